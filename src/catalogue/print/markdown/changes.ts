/** A change log as Markdown. */
import type { Change } from '#schemas/fields.ts';
import { changeImpact } from '#schemas/vocabularies.ts';
import { longDay } from '../../words/day.ts';
import { type Markdown, table } from './write.ts';

/** One row per version, newest first. */
export const changeTable = (changes: readonly Change[]): Markdown =>
	table(
		['Version', 'Day', 'Impact', 'What changed', 'What a team must do'],
		changes.map(({ version, date, impact, summary, action }) => [
			version,
			longDay(date),
			changeImpact.label(impact),
			summary,
			action,
		]),
	);
