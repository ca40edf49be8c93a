/** The limits of a run with its interval and verdict, overall and by group of cases. */
import { evaluationDimension, type LimitVerdict } from '#schemas/vocabularies.ts';
import type { LimitResult } from '../../judge/records/evaluation.ts';
import { countOf } from '../../words/count.ts';
import { listOf } from '../../words/phrase.ts';
import { targetWords } from '../../words/target.ts';
import { type Row, strong, sub, text, type Words } from '../blocks.ts';
import type { Section } from '../page.ts';
import { limitMark } from '../verdicts.ts';
import { casesWords, count, type Found } from './result.ts';

const COLUMNS = [
	{ label: 'What was tested' },
	{ label: 'Limit' },
	{ label: 'Cases', num: true },
	{ label: 'Rate', num: true },
	{ label: 'Interval', num: true },
	{ label: 'Limit and interval', look: 'strip' as const },
	{ label: 'Verdict' },
] as const;

/** Those that nobody can act on yet come first, then what is not met. */
const ORDER: Record<LimitVerdict, number> = { 'not-met': 0, 'not-resolved': 1, met: 2 };

export function limitsSection({ results, limits }: Found): Section {
	const all = results
		.filter(({ count: { group } }) => !group)
		.sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]);
	const open = count(all, 'not-resolved');
	return {
		id: 'limits',
		title: 'Limits',
		answer: [
			`${count(all, 'met')} of ${countOf(limits.length, 'limit')} are met. `,
			open > 0 &&
				`${open} ${open === 1 ? 'is' : 'are'} not resolved, because there were too few cases.`,
		],
		blocks: [
			{
				kind: 'table',
				label: 'Limits with cases, rate, interval and verdict',
				look: 'results',
				columns: COLUMNS,
				groups: [
					{
						rows: all.map((result) =>
							rowOf(result, [
								strong(evaluationDimension.label(result.limit.dimension)),
								sub(result.limit.measure),
							]),
						),
					},
				],
			},
			text(
				'Band: allowed. Line with ends: interval at 95%. A hollow dot is not resolved.',
				'label',
			),
		],
	};
}

function rowOf(result: LimitResult, name: Words): Row {
	const { target, limit, value, interval, verdict } = result;
	const symbol = limit.unit === '%' ? '%' : '';
	const show = (number: number) => number.toFixed(symbol ? 1 : 2);
	return {
		cells: [
			name,
			targetWords(target, symbol),
			casesWords(result),
			strong(`${show(value)}${symbol}`),
			`${show(interval.low)} to ${show(interval.high)}${symbol}`,
			stripOf(result),
			limitMark(verdict),
		],
	};
}

/** Rates that must be high are drawn near 100%, rates that must be low near 0. */
function stripOf({ target, limit, value, interval, verdict }: LimitResult): Words {
	const from = 'from' in target ? target.from : 'atLeast' in target ? target.atLeast : undefined;
	const to = 'from' in target ? target.to : 'atMost' in target ? target.atMost : undefined;
	const values = [from, to, interval.low, interval.high].filter((one) => one !== undefined);
	const room = (Math.max(...values) - Math.min(...values) || 1) * 0.15;
	const share = limit.unit === '%';
	const min = Math.min(...values) - room;
	const max = Math.max(...values) + room;
	return {
		kind: 'strip',
		band: {
			min: share ? Math.max(0, min) : min,
			max: share ? Math.min(100, max) : max,
			from,
			to,
			now: value,
			...interval,
			verdict,
		},
	};
}

/** The limits by group, where a run counted groups of cases. */
export function groupSections({ results }: Found): Section[] {
	const grouped = results.filter(({ count: { group } }) => group);
	if (grouped.length === 0) return [];
	const by = [...new Set(grouped.map(({ count: { group } }) => group?.by ?? ''))];
	const missed = count(grouped, 'not-met');
	const open = count(grouped, 'not-resolved');
	return [
		{
			id: 'groups',
			title: `By ${listOf(by)}`,
			answer: `Each group has its own limit, because a good score overall can hide a bad one. ${missed === 0 ? 'No group misses it' : `${countOf(missed, 'group')} ${missed === 1 ? 'misses' : 'miss'} it`}${open > 0 ? `, and ${open} ${open === 1 ? 'is' : 'are'} not resolved` : ''}.`,
			blocks: [
				{
					kind: 'table',
					label: 'Limits by group with cases, rate, interval and verdict',
					look: 'results',
					columns: COLUMNS,
					groups: by.map((name) => ({
						title: `By ${name}`,
						rows: grouped
							.filter(({ count: { group } }) => group?.by === name)
							.map((result) =>
								rowOf(result, [
									strong(result.count.group?.is),
									sub(evaluationDimension.label(result.limit.dimension)),
								]),
							),
					})),
				},
			],
		},
	];
}
