/** What the page of a use case says: the pattern it stands on, its bounds, what is measured. */
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { shortDay } from '../words/day.ts';
import { type EntryLink, linkById } from './citing.ts';
import { type FactRow, nothing, words } from './fact.ts';
import { targetWords, withSymbol } from './pattern-metrics.ts';

export const MEASURE_COLUMNS = [
	'Metric',
	{ label: 'Baseline', num: true },
	{ label: 'Target', num: true },
	{ label: 'Now', num: true },
] as const;

/** The measures of a use case, each a row that leads to its metric. */
export function measureRows(
	{ data: { measures } }: Entry<'use-cases'>,
	catalogue: Catalogue,
): FactRow[] {
	return measures.map(({ metric: id, baseline, target, latest }) => {
		const metric = catalogue.metrics.get(id)?.data;
		const symbol = metric?.symbol;
		const value = (number: number) => withSymbol(number, symbol);
		return {
			...linkById('metrics', id, catalogue),
			id,
			...(metric ? { sub: metric.unit } : {}),
			facts: [
				baseline === undefined ? nothing('Not recorded') : words(value(baseline)),
				words(targetWords(target, symbol)),
				latest
					? { text: value(latest.value), sub: shortDay(latest.on) }
					: nothing('Not yet measured'),
			],
		};
	});
}

/** The connectors a use case goes through. */
export function connectorLinks(
	{ data: { connectors } }: Entry<'use-cases'>,
	catalogue: Catalogue,
): EntryLink[] {
	return connectors.map((id) => linkById('connectors', id, catalogue));
}
