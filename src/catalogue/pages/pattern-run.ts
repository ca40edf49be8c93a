/** How a pattern earns its place: metrics, roll-out, people, use, related patterns, changes. */
import type { Change } from '#schemas/fields.ts';
import { stageNames } from '#schemas/stage-names.ts';
import { changeImpact } from '#schemas/vocabularies.ts';
import { shortDay } from '../words/day.ts';
import { inside } from '../words/phrase.ts';
import {
	type Block,
	type Group,
	id as identifier,
	link,
	list,
	mark,
	pairs,
	type RowGroup,
	strong,
	sub,
	table,
	text,
	tierMark,
	type Words,
} from './blocks.ts';
import type { Fact } from './fact.ts';
import { evidencePath, inShort } from './pattern-evidence.ts';
import type { MetricRow } from './pattern-metrics.ts';
import {
	changesAnswer,
	GATE_WORDS,
	type Gate,
	peopleOf,
	relatedAnswer,
	rolloutAnswer,
	skillingAnswer,
} from './pattern-record.ts';
import type { Content, PatternSource } from './pattern-source.ts';
import { practicePath } from './practice/paths.ts';
import { factWords, usesBlocks } from './rows.ts';
import { USED_BY_COLUMNS } from './used-by.ts';

/** Metrics by dimension with baseline, target and latest value; where each is read, in full only. */
export function metrics({ pattern, facts: { metrics: all } }: PatternSource): Content {
	return {
		answer: all.answer,
		blocks: [
			inShort(
				[
					metricTable(all, false),
					text(
						link(
							'Where each is read, and what raises an alert',
							evidencePath(pattern.id, 'metrics'),
						),
					),
				],
				[metricTable(all, true)],
			),
		],
	};
}

function metricTable({ dimensions }: PatternSource['facts']['metrics'], full: boolean): Block {
	// A strip shows numbers; while there are none, its column would be a row of empty tracks.
	const drawn = dimensions.some(({ rows }) => rows.some(({ band }) => band));
	return {
		kind: 'table',
		label: 'Metrics by dimension with baseline, target and latest value',
		look: 'metrics',
		tight: true,
		columns: [
			{ label: 'Metric' },
			{ label: 'Baseline', num: true },
			{ label: 'Target', num: true },
			{ label: 'Now', num: true },
			...(drawn
				? [{ label: 'Baseline (line), target (band), now (dot)', look: 'strip' as const }]
				: []),
			...(full ? [{ label: 'Read from', look: 'from' as const }] : []),
		],
		groups: dimensions.map(
			({ title, rows }): RowGroup => ({
				title,
				rows: rows.map((row) => ({ cells: metricCells(row, drawn, full) })),
			}),
		),
	};
}

const metricCells = (row: MetricRow, drawn: boolean, full: boolean): Words[] => [
	[
		link(row.title, row.path),
		sub(row.part ? `${row.part}, ${row.unit}` : row.unit, row.owner && `. Owner: ${row.owner}`),
	],
	row.baseline,
	row.target,
	[row.state ? strong(row.now) : row.now, row.state === 'off' && sub(mark('Off target', 'warn'))],
	...(drawn ? [row.band && ({ kind: 'strip', band: row.band } as const)] : []),
	...(full ? [`${row.source}.${row.alert ? ` Alert: ${inside(row.alert)}.` : ''}`] : []),
];

/** The five stages with the policy's gates, and what this pattern asks to go on. */
export function rollout({ pattern, facts: { gates } }: PatternSource): Content {
	const next = gates[gates.findIndex(({ state }) => state === 'here') + 1];
	const own = gates.filter(({ exit }) => exit.length > 0);
	return {
		answer: rolloutAnswer(gates),
		blocks: [
			inShort(
				[
					{ kind: 'custom', part: { name: 'gates', gates }, said: [] },
					...(next
						? [
								{
									kind: 'group',
									title: `To enter ${inside(next.title)}, not recorded as met yet`,
									blocks: [list(next.enter)],
								} as const,
								text(link('What each stage requires', evidencePath(pattern.id, 'rollout'))),
							]
						: []),
				],
				gates.map(gateWords),
			),
			...(own.length > 0
				? [
						{
							kind: 'columns',
							columns: own.map(
								({ title, exit }): Group => ({
									kind: 'group',
									title: `To leave ${inside(title)}`,
									blocks: [list(exit)],
								}),
							),
						} as const,
					]
				: []),
		],
	};
}

const gateWords = ({ title, objective, state, enter }: Gate, at: number): Block => ({
	kind: 'group',
	title: `${at + 1}. ${title}`,
	blocks: [
		text(objective),
		list(enter.map((criterion) => `Not recorded as met: ${criterion}`)),
		text(`${GATE_WORDS[state]}.`),
	],
});

/** Whose work changes, what they practise, and when they are ready. */
export function skilling({ pattern, catalogue }: PatternSource): Content {
	const people = peopleOf(pattern, catalogue);
	const recorded = people.some(({ finished }) => finished);
	return {
		answer: skillingAnswer(pattern, catalogue),
		blocks: [
			inShort(
				[
					list(
						people.map(({ title, path, change, finished }) => [
							link(title, path),
							`: ${change}`,
							finished && [' ', mark(`Trained ${finished.day}`, 'ok')],
						]),
					),
					text(
						link(
							'What each role practises, learns to judge and must show',
							evidencePath(pattern.id, 'skilling'),
						),
					),
					text(link('Exercises with answers', practicePath(pattern.id))),
				],
				[
					table(
						'Skilling by role',
						[
							'Role, and what changes',
							'Practises',
							'Learns to judge',
							'Done when',
							...(recorded ? ['Finished'] : []),
						],
						people.map(({ title, path, change, practises, judges, doneWhen, finished }) => [
							[link(title, path), sub(change)],
							practises,
							judges,
							doneWhen,
							...(recorded ? [finishedWords(finished)] : []),
						]),
						{ look: 'people' },
					),
				],
			),
		],
	};
}

type Finished = ReturnType<typeof peopleOf>[number]['finished'];

const finishedWords = (finished: Finished): Words =>
	finished
		? [mark(finished.day, 'ok'), sub(`Covered ${finished.covers}. ${finished.source}`)]
		: 'Not recorded';

/** Use cases that are built on it; the page has the first few, or it would grow with each of them. */
export function usedBySection({ pattern, facts: { usedBy } }: PatternSource): Content {
	const all = usesBlocks({
		label: 'Use cases of this pattern',
		columns: USED_BY_COLUMNS,
		uses: usedBy,
		none: ['If you build on this pattern, ', link('record your use case', '/use-cases/'), '.'],
		look: 'use-cases',
		kind: 'use cases',
	});
	if (usedBy.total === 0) return { answer: usedBy.answer, blocks: all };
	const first = usedBy.rows
		.slice(0, FEW_USES)
		.map(({ title, path, facts }): Words[] => [
			link(title, path),
			...SHORT_COLUMNS.map((name) => shortFact(facts[USED_BY_COLUMNS.indexOf(name) - 1])),
		]);
	const more = link(
		usedBy.total > first.length ? `All ${usedBy.total} use cases` : 'What differs in each',
		evidencePath(pattern.id, 'used-by'),
	);
	return {
		answer: usedBy.answer,
		blocks: [
			inShort(
				[
					table('Use cases of this pattern', ['Use case', ...SHORT_COLUMNS], first, {
						tight: true,
					}),
					text(more),
				],
				all,
			),
		],
	};
}

/** Use cases on the page of the pattern. */
const FEW_USES = 5;
const SHORT_COLUMNS = ['Team', stageNames.use, 'Newest measure'] as const;
const shortFact = (fact: Fact | undefined): Words => (fact ? factWords(fact) : '–');

/** Patterns to take before, instead or after. */
export const related = ({ facts }: PatternSource): Content => ({
	answer: relatedAnswer(facts.related),
	blocks:
		facts.related.length === 0
			? []
			: [
					list(
						facts.related.map(({ title, path, tier, why }) => [
							link(title, path),
							' ',
							tierMark(tier),
							sub(why),
						]),
						'related',
					),
				],
});

/** What changed in each version and what it asks of teams. */
export const changes = ({ pattern }: PatternSource): Content => ({
	answer: changesAnswer(pattern),
	blocks: [pairs(pattern.data.changes.map(changeWords), 'log')],
});

const changeWords = ({ version, date, impact, summary, action }: Change) =>
	[
		[strong(identifier(version)), ' ', { kind: 'day', date, text: shortDay(date) }],
		[
			{ kind: 'tag', text: changeImpact.label(impact), alert: impact === 'major' },
			sub(summary, action && ` ${action}`),
		],
	] as const;
