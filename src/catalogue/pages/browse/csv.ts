/** A list as CSV, for spreadsheets: what the rows say, a column each. */
import type { Tier } from '#schemas/vocabularies.ts';
import type { EntryState } from '../../judge/approval/state.ts';
import { csvOf } from '../../words/csv.ts';
import type { Fact } from '../fact.ts';
import type { BrowseIndex, BrowseLine } from './state.ts';

export interface CsvWords {
	state: (state: EntryState) => string;
	tier: (tier: Tier) => string;
	/** Full address of an entry. */
	page: (id: string) => string;
}

/** Some lines of a list, with all its columns. */
export function listCsv(
	{ columns }: BrowseIndex,
	lines: readonly BrowseLine[],
	words: CsvWords,
): string {
	return csvOf(
		['Id', 'Name', 'Summary', ...columns.map(({ label }) => label), 'Page'],
		lines.map(({ id, title, summary, cells }) => [
			id,
			title,
			summary,
			...columns.map(({ facts }, at) => factText(facts[cells[at] ?? 0], words)),
			words.page(id),
		]),
	);
}

/** A fact as plain words. */
export function factText(
	fact: Fact | undefined,
	{ state, tier }: Pick<CsvWords, 'state' | 'tier'>,
): string {
	if (!fact) return '';
	const { text, status, tier: level, refs, sub } = fact;
	const parts = [
		status && state(status),
		level && tier(level),
		...(refs?.map((ref) => ref.id) ?? []),
		text,
		sub,
	];
	return parts.filter(Boolean).join(', ');
}
