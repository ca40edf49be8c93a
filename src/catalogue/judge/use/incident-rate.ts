/** The incident rate of a use, worked out from its incidents and the tasks recorded for a month. */
import type { RecordOf } from '#schemas/record.ts';
import { severity as severities } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { definitionDigest } from '../records/binding.ts';
import { type Kept, recordsOf } from '../records/kept.ts';
import { dayOf, incidentsOf } from './incidents.ts';

/**
 * A value for each month whose tasks are recorded: incidents that started in it, per 1,000 tasks.
 *
 * Each value is of the record of the tasks: that is where a reader finds what it was divided by.
 *
 * @param part a severity, for the rate of that one only
 */
export function incidentRates(
	useCase: Entry<'use-cases'>,
	part: string | undefined,
	catalogue: Catalogue,
): Kept<RecordOf<'measurement'>>[] {
	const metric = catalogue.policy.incidents.metric;
	const definition = metric && definitionDigest(metric, catalogue);
	const severity = severities.values.find((one) => one === part);
	if (!metric || !definition || (part !== undefined && !severity)) return [];
	const months = incidentsOf(useCase, catalogue)
		.filter(({ data }) => severity === undefined || data.severity === severity)
		.map(({ data }) => dayOf(data.started.at).slice(0, 7));
	return recordsOf(useCase, 'spend', catalogue).flatMap((kept) => {
		const { id, on, source, by, added, period, tasks } = kept.record;
		if (tasks === 0) return [];
		const count = months.filter((month) => month === period).length;
		const value = Math.round((count / tasks) * 1_000_000) / 1000;
		const said = { id, on, source, by, added, period, metric, definition, value, n: tasks };
		const record = { ...said, kind: 'measurement' as const, ...(part && { part }) };
		return [{ ...kept, record }];
	});
}
