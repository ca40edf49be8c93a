/** What stands in the title block of every governed entry, whatever its collection. */

import type { Status } from '#schemas/vocabularies.ts';
import { isExampleState, states } from '../judge/approval/state.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { teamOf } from '../model/team.ts';
import { countOf } from '../words/count.ts';
import { shortDay } from '../words/day.ts';
import { citing, usingPatterns } from './citing.ts';
import { EXAMPLE_APPROVAL } from './example.ts';
import type { Fact } from './fact.ts';

export interface TitleFacts {
	status: Status;
	/** What the status asks of the reader, under the stamp. */
	duty: string;
	version: string;
	/** Newest entry of the change log, or the size of the log. */
	change: string;
	owner: string;
	reviewed: string;
	usedBy: string;
	otherwise: string;
}

export interface LabelledFact extends Fact {
	label: string;
}

/** Third, sixth and seventh cell; a fourth takes the place of "Used by". */
export type EntryFacts =
	| readonly [LabelledFact, LabelledFact, LabelledFact]
	| readonly [LabelledFact, LabelledFact, LabelledFact, LabelledFact];

/** Facts of an entry that has a status, a version and an owner; undefined for any other. */
export function titleFacts(entry: Entry, catalogue: Catalogue): TitleFacts | undefined {
	const { data } = entry;
	if (!('status' in data && 'owner' in data && 'version' in data)) return undefined;
	const patterns = usingPatterns(entry, catalogue).length;
	const others = citing(entry, catalogue).filter(
		({ collection }) => collection !== 'patterns',
	).length;
	return {
		status: data.status,
		duty: `${states[data.status].duty}${isExampleState(entry, catalogue) ? ` ${EXAMPLE_APPROVAL}` : ''}`,
		version: data.version,
		change: changeWords('changes' in data && Array.isArray(data.changes) ? data.changes.length : 0),
		owner: teamOf(data.owner, catalogue).name,
		reviewed: shortDay(data.reviewed),
		usedBy: patterns === 0 ? 'No pattern yet' : countOf(patterns, 'pattern', 'patterns'),
		otherwise: others === 0 ? '' : `Cited by ${countOf(others, 'other entry', 'other entries')}`,
	};
}

function changeWords(count: number): string {
	if (count === 0) return 'No change log yet';
	return count === 1 ? 'First version' : countOf(count, 'version');
}

/** Address that opens the file for editing, or undefined where the organisation names none. */
export function editAddress(entry: Entry, { organisation }: Catalogue): string | undefined {
	const { url, branch, edit } = organisation.repository;
	if (!edit) return undefined;
	const path = edit.replaceAll('{branch}', branch).replaceAll('{path}', entry.file);
	return `${url.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
}
