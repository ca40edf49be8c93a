/** Columns of the lists: what a reader compares before opening an entry. */
import type { CollectionName } from '#schemas/index.ts';
import { isExampleState } from '../judge/approval/state.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { countOf } from '../words/count.ts';
import { patternsMayCite, usingPatterns } from './citing.ts';
import { nothing, words } from './fact.ts';
import type { ListColumn } from './list.ts';

export const usedByColumn = {
	label: 'Used by',
	fact: (entry: Entry, catalogue: Catalogue) => {
		const count = usingPatterns(entry, catalogue).length;
		return count === 0 ? nothing('No patterns yet') : words(countOf(count, 'pattern', 'patterns'));
	},
};

export const statusColumn = {
	label: 'Status',
	state: true,
	fact: (entry: Entry, catalogue: Catalogue) => {
		const { data } = entry;
		// The status of a framework is that of its edition.
		if (!('status' in data && 'version' in data)) return words('');
		const invented = isExampleState(entry, catalogue) || ('example' in data && data.example);
		return { text: '', status: data.status, ...(invented && { sub: 'Example data' }) };
	},
};

/** Columns any governed collection can fill; who uses it, only where a pattern can. */
export function commonColumns(name: CollectionName): readonly ListColumn[] {
	return patternsMayCite(name) ? [statusColumn, usedByColumn] : [statusColumn];
}
