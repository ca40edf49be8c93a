/** Outcomes by category: owner, baseline, target, what the uses reached together. */
import { outcome as categories, type Outcome } from '#schemas/vocabularies.ts';
import type { OutcomeResult } from '../../judge/portfolio/outcomes.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { entryPath } from '../../model/entry.ts';
import { countOf } from '../../words/count.ts';
import { shortMonth } from '../../words/day.ts';
import { formatNumber, withSymbol } from '../../words/number.ts';
import { targetWords } from '../../words/target.ts';
import { type Block, type Inline, link, quiet, strong, sub, text, type Words } from '../blocks.ts';
import { drawnAs, measureMark } from '../verdicts.ts';
import { spread } from './four.ts';

/** One sentence on all of them. */
export function outcomesAnswer(outcomes: readonly OutcomeResult[]): string {
	const reached = outcomes.filter(({ verdict }) => verdict === 'on-target').length;
	const all = countOf(outcomes.length, 'outcome');
	return `${formatNumber(reached)} of ${all} ${reached === 1 ? 'is' : 'are'} on target. In each drawing the line is the baseline, the band is the target and the dot is the latest month.`;
}

/** The table, or what to do while there is none. */
export function outcomesTable(outcomes: readonly OutcomeResult[], catalogue: Catalogue): Block[] {
	if (outcomes.length === 0) {
		return [
			text(
				'There are no outcomes yet. An outcome says what the organisation wants to change, from which value to which. Add a file to content/outcomes/ and name it in each use case.',
			),
		];
	}
	const groups = categories.values.flatMap((category: Outcome) => {
		const same = outcomes.filter(({ entry }) => entry.data.category === category);
		if (same.length === 0) return [];
		return [
			{
				title: categories.label(category),
				rows: same.map((result) => ({ cells: cellsOf(result, catalogue) })),
			},
		];
	});
	return [
		{
			kind: 'table',
			label: 'Outcomes by category with owner, baseline, target and latest value',
			look: 'outcomes',
			columns: [
				{ label: 'Outcome' },
				{ label: 'Owner' },
				{ label: 'Baseline', num: true },
				{ label: 'Target', num: true },
				{ label: 'Latest', num: true },
				{ label: 'Against the target', look: 'strip' },
				{ label: 'Verdict' },
				{ label: 'Made up of' },
			],
			groups,
		},
	];
}

function cellsOf(result: OutcomeResult, catalogue: Catalogue): Words[] {
	const { entry, value, period, verdict } = result;
	const { data } = entry;
	const metric = catalogue.metrics.get(data.metric)?.data;
	const weight = data.combine.how === 'mean' ? `, by number of ${data.combine.weightedBy}` : '';
	return [
		[link(data.title, entryPath(entry)), sub(`${metric?.title ?? data.metric}${weight}`)],
		data.accountable,
		withSymbol(data.baseline, metric?.symbol),
		targetWords(data.target, metric?.symbol),
		value === undefined || period === undefined
			? quiet('–')
			: [strong(withSymbol(rounded(value), metric?.symbol)), sub(shortMonth(period))],
		stripOf(result),
		measureMark(verdict),
		madeUpOf(result),
	];
}

/** A mean of several values is not known more exactly than they are. */
export const rounded = (value: number): number => Number(value.toPrecision(4));

/** The drawing of an outcome against its target. */
export function stripOf({
	entry,
	value,
	interval,
	target,
	verdict,
}: OutcomeResult): Inline | undefined {
	const { baseline } = entry.data;
	const { from, to } = target ?? {};
	const values = [baseline, value, from, to, interval?.low, interval?.high];
	const ends = spread(values.filter((one) => one !== undefined));
	if (!ends) return undefined;
	const { low, high } = interval ?? {};
	const band = { min: ends.from, max: ends.to, from, to, baseline, now: value, low, high };
	return { kind: 'strip', band: { ...band, verdict: drawnAs(verdict) } };
}

/** The uses behind a value, with the values that make it where they are added up. */
function madeUpOf({ entry, shares, period }: OutcomeResult): Words {
	if (shares.length === 0) return quiet('No uses yet');
	const uses = link(countOf(shares.length, 'use'), `${entryPath(entry)}#uses`);
	const missing = shares.filter(({ use, value }) => use.live && !value).length;
	const known = shares.flatMap(({ value }) => (value ? [value.record.value] : []));
	if (period === undefined) return [uses, '. No value yet'];
	if (missing > 0) return [uses, `. ${missing} without a value for ${shortMonth(period)}`];
	if (entry.data.combine.how !== 'sum' || known.length < 2 || known.length > 4) return uses;
	return [uses, `. ${known.map(formatNumber).join(' + ')}`];
}
