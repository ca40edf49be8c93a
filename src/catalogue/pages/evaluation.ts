/** The page of an evaluation run: may this be released, and if nobody can tell, what would settle it. */
import type { Pattern } from '#schemas/pattern.ts';
import { evaluationDimension, type LimitVerdict } from '#schemas/vocabularies.ts';
import {
	countingRun,
	type LimitResult,
	resultsOf,
	runVerdict,
	unmeasured,
	whyNot,
} from '../judge/records/evaluation.ts';
import { patternBehind, recordsOf, type Subject } from '../judge/records/kept.ts';
import { decidable } from '../judge/statistics/decide.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { entryPath } from '../model/entry.ts';
import { countOf } from '../words/count.ts';
import { longDay } from '../words/day.ts';
import { moneyWords } from '../words/money.ts';
import { formatNumber } from '../words/number.ts';
import { listOf } from '../words/phrase.ts';
import { targetWords } from '../words/target.ts';
import {
	type Block,
	code,
	digest,
	each,
	id,
	joined,
	link,
	list,
	type Row,
	strong,
	sub,
	table,
	text,
	type Words,
} from './blocks.ts';
import { linkById } from './citing.ts';
import { type Run, trendOf } from './evaluation-trend.ts';
import { exampleOf } from './example.ts';
import type { Section, Sheet, TitleBlock } from './page.ts';
import { limitMark } from './verdicts.ts';

type Limit = Pattern['evaluation']['limits'][number];

/** Path of the page of a run, below the page of its subject. */
export const runPath = (subject: Pick<Subject, 'collection' | 'id'>, run: number): string =>
	`${entryPath(subject)}evaluation/${run}/`;

/** Every run of a pattern or use case up to today, oldest first; each number once. */
export function runsOf(subject: Subject, catalogue: Catalogue): Run[] {
	const runs = recordsOf(subject, 'evaluation', catalogue).filter(
		({ record }) => record.on <= catalogue.today,
	);
	const byNumber = new Map(runs.map((run) => [run.record.run, run]));
	return [...byNumber.values()].sort((a, b) => a.record.run - b.record.run);
}

/** The newest runs of a subject, each with a page of its own; nothing where there is none. */
export function runLinks(subject: Subject, catalogue: Catalogue): Block[] {
	const runs = runsOf(subject, catalogue).slice(-5).reverse();
	if (runs.length === 0) return [];
	const links = runs.map(({ record: { run } }) => link(`run ${run}`, runPath(subject, run)));
	return [text(['By group, with the cases that would decide it: ', joined(links), '.'], 'small')];
}

/** Every subject with runs, for the paths of their pages. */
export function evaluated(catalogue: Catalogue): { subject: Subject; runs: Run[] }[] {
	const subjects: Subject[] = [...catalogue.patterns.values(), ...catalogue['use-cases'].values()];
	return subjects
		.map((subject) => ({ subject, runs: runsOf(subject, catalogue) }))
		.filter(({ runs }) => runs.length > 0);
}

/** Everything the page of a run says. */
export function evaluationSheet(subject: Subject, run: Run, catalogue: Catalogue): Sheet {
	const { record, file } = run;
	const limits = patternBehind(subject, catalogue)?.data.evaluation.limits ?? [];
	const results = resultsOf(record, limits);
	const verdict = runVerdict(results, limits);
	const runs = runsOf(subject, catalogue);
	const at = runs.indexOf(run);
	const pathOf = (number: number) => runPath(subject, number);
	const neighbour = (one: Run | undefined) =>
		one && { words: `Run ${one.record.run}`, to: pathOf(one.record.run) };
	const [before, after] = [neighbour(runs[at - 1]), neighbour(runs[at + 1])];
	const trend = trendOf(run, runs, limits, pathOf);
	return {
		path: pathOf(record.run),
		title: `Evaluation run ${record.run}`,
		summary: `${subject.data.title} was tested on ${countOf(record.dataset.size, 'labelled case')} on ${longDay(record.on)}.`,
		aliases: [],
		block: blockOf(run, subject, results, verdict, limits, catalogue),
		notices: noticesOf(run, subject, results, limits, catalogue),
		sections: [
			limitsSection(results, limits),
			...groupSections(results),
			...undecidedSection(results, catalogue),
			...(trend
				? [{ id: 'trend', title: 'Trend over runs', answer: trend.answer, blocks: trend.blocks }]
				: []),
			nextSection(run, subject, results, limits, catalogue),
		],
		side: [],
		...((before ?? after) && {
			neighbours: {
				label: 'Runs before and after',
				...(before && { before }),
				...(after && { after }),
			},
		}),
		...exampleOf([file, subject], catalogue),
	};
}

const RESULT = {
	met: { tone: 'ok', sign: 'tick', label: 'Passed' },
	'not-met': { tone: 'bad', sign: 'cross', label: 'Not passed' },
	'not-resolved': { tone: 'mute', sign: 'part', label: 'Not resolved' },
} as const satisfies Record<LimitVerdict, object>;

const count = (results: readonly LimitResult[], verdict: LimitVerdict) =>
	results.filter((one) => one.verdict === verdict).length;

/** @example verdictCounts(results, 0) // => '12 met, 1 not met, 4 not resolved' */
function verdictCounts(results: readonly LimitResult[], open: number): string {
	const parts = [`${countOf(count(results, 'met'), 'limit')} met`];
	const missed = count(results, 'not-met');
	const unresolved = count(results, 'not-resolved');
	if (missed > 0) parts.push(`${missed} not met`);
	if (unresolved > 0) parts.push(`${unresolved} not resolved`);
	if (open > 0) parts.push(`${open} not tested`);
	return parts.join(', ');
}

function blockOf(
	run: Run,
	subject: Subject,
	results: readonly LimitResult[],
	verdict: LimitVerdict,
	limits: readonly Limit[],
	catalogue: Catalogue,
): TitleBlock {
	const { record } = run;
	const { dataset, seconds, p95Seconds, cost } = record;
	const model = linkById('models', record.model, catalogue);
	const settings = Object.entries(record.settings ?? {}).map(([name, value]) => `${name} ${value}`);
	const time = seconds === undefined ? 'Time not recorded' : durationWords(seconds);
	const current = countingRun(subject, catalogue) === run;
	return {
		stamp: {
			...RESULT[verdict],
			says: 'Result',
			words: `${verdictCounts(results, unmeasured(results, limits).length)}.`,
		},
		cells: [
			{
				label: 'Cases',
				words: formatNumber(dataset.size),
				sub: [
					dataset.attacks !== undefined && `and ${countOf(dataset.attacks, 'attack text')}. `,
					listOf(dataset.languages),
				],
				span: 2,
			},
			{
				label: 'Data set',
				words: `${dataset.name} ${dataset.version}`,
				sub: digest(dataset.digest),
			},
			{
				label: 'Run by',
				words: record.url ? link(record.source, record.url) : record.source,
				sub: record.checkedBy ? `Checked by: ${record.checkedBy}` : record.by,
			},
			{
				label: 'Prompts that took part',
				words: each(
					record.prompts.map(({ prompt, version, digest: sha256 }) => [
						link(`${prompt} ${version}`, linkById('prompts', prompt, catalogue).path),
						sub(digest(sha256)),
					]),
				),
				span: 4,
				wide: true,
			},
			{
				label: 'Time and cost',
				words: [time, cost && `, ${moneyWords(cost.amount, cost.currency)}`],
				...(p95Seconds !== undefined && { sub: `${formatNumber(p95Seconds)} s for 95% of cases` }),
				span: 2,
			},
			{
				label: 'Model and pin',
				words: [link(model.title, model.path), ' ', id(record.pin)],
				...(settings.length > 0 && { sub: settings.join(', ') }),
			},
			{
				label: 'Counts for',
				words: 'This combination only',
				sub: current ? 'It is what there is today' : 'It is not the run that counts today',
			},
		],
	};
}

/** @example durationWords(840) // => '14 min' */
function durationWords(seconds: number): string {
	if (seconds < 90) return `${formatNumber(Math.round(seconds))} s`;
	const minutes = Math.round(seconds / 60);
	return minutes < 120 ? `${minutes} min` : `${formatNumber(Math.round(minutes / 60))} h`;
}

/** What a limit is about, with the group where there is one. */
const nameOf = ({ limit, count: { group } }: LimitResult): string =>
	`${evaluationDimension.label(limit.dimension)}${group ? `, ${group.by} ${group.is}` : ''}`;

function noticesOf(
	run: Run,
	subject: Subject,
	results: readonly LimitResult[],
	limits: readonly Limit[],
	catalogue: Catalogue,
): Block[] {
	const missed = results.filter(({ verdict }) => verdict === 'not-met');
	const open = unmeasured(results, limits);
	const old = whyNot(run, subject, catalogue);
	return [
		...(missed.length > 0
			? [
					{
						kind: 'note' as const,
						tone: 'bad' as const,
						fact: 'Do not release this version.',
						words: [
							`${listOf(missed.map((one) => `${nameOf(one)} (${casesWords(one)})`))} ${missed.length === 1 ? 'does' : 'do'} not meet ${missed.length === 1 ? 'its limit' : 'their limits'}. `,
							link('What to do next', '#next'),
						],
					},
				]
			: []),
		...(open.length > 0
			? [
					{
						kind: 'note' as const,
						tone: 'warn' as const,
						fact: `${countOf(open.length, 'limit')} not tested.`,
						words: `The run has no count for ${listOf(open.map(({ dimension }) => evaluationDimension.label(dimension).toLowerCase()))}.`,
					},
				]
			: []),
		...(old.length > 0
			? [
					{
						kind: 'note' as const,
						tone: 'info' as const,
						fact: 'This run no longer counts.',
						words: `${listOf(old)}. A run counts for exactly the prompts and the model that it names.`,
					},
				]
			: []),
	];
}

const COLUMNS = [
	'What was tested',
	'Limit',
	{ label: 'Cases', num: true },
	{ label: 'Rate', num: true },
	{ label: 'Interval', num: true },
	{ label: 'Limit and interval', look: 'strip' as const },
	'Verdict',
] as const;

/** Those that nobody can act on yet come first, then what is not met. */
const ORDER: Record<LimitVerdict, number> = { 'not-met': 0, 'not-resolved': 1, met: 2 };

function limitsSection(results: readonly LimitResult[], limits: readonly Limit[]): Section {
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
				columns: COLUMNS.map((column) => (typeof column === 'string' ? { label: column } : column)),
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

const casesWords = ({ count: one }: LimitResult): string =>
	'k' in one ? `${formatNumber(one.k)} of ${formatNumber(one.n)}` : `${formatNumber(one.n)} scored`;

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
function groupSections(results: readonly LimitResult[]): Section[] {
	const grouped = results.filter(({ count: { group } }) => group);
	if (grouped.length === 0) return [];
	const by = [...new Set(grouped.map(({ count: { group } }) => group?.by ?? ''))];
	const missed = count(grouped, 'not-met');
	const open = count(grouped, 'not-resolved');
	return [
		{
			id: 'groups',
			title: `By ${listOf(by)}`,
			answer: `Each group has a limit of its own, because a good score overall can hide a bad one. ${missed === 0 ? 'No group misses it' : `${countOf(missed, 'group')} ${missed === 1 ? 'misses' : 'miss'} it`}${open > 0 ? `, and ${open} ${open === 1 ? 'is' : 'are'} not resolved` : ''}.`,
			blocks: [
				{
					kind: 'table',
					label: 'Limits by group with cases, rate, interval and verdict',
					look: 'results',
					columns: COLUMNS.map((column) =>
						typeof column === 'string' ? { label: column } : column,
					),
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

/** What would decide the limits that this run cannot decide. */
function undecidedSection(results: readonly LimitResult[], { policy }: Catalogue): Section[] {
	const open = results.flatMap((result) => {
		const { count: one, target, verdict } = result;
		if (verdict !== 'not-resolved' || !('k' in one)) return [];
		const decision = decidable(target, one.n, policy.evaluation.power);
		return decision ? [{ result, n: one.n, decision }] : [];
	});
	if (open.length === 0) return [];
	const { chance } = policy.evaluation.power;
	return [
		{
			id: 'cases-needed',
			title: 'How many cases would decide it',
			answer:
				'These limits cannot be decided with the cases in this run. The catalogue works out what would be enough.',
			blocks: [
				table(
					'Limits that are not resolved, with the number of cases that would decide them',
					[
						'Limit',
						{ label: 'Cases now', num: true },
						{ label: 'Cases that would decide it', num: true },
						'What to do',
					],
					open.map(({ result, n, decision }) => [
						`${nameOf(result)}, ${decision.limit}`,
						formatNumber(n),
						decision.needed === undefined
							? 'None'
							: [
									strong(formatNumber(decision.needed)),
									sub(`if the true rate is ${decision.assumedRate}`),
								],
						doWords(decision.needed, n),
					]),
					{ look: 'undecided' },
				),
				text(
					`Enough for the verdict "Met" in ${chance}% of runs, if the true rate is the one named. The policy sets both.`,
					'label',
				),
			],
		},
	];
}

function doWords(needed: number | undefined, n: number): string {
	if (needed === undefined) return 'No number of cases would do. Change the limit.';
	return needed > n
		? `Label ${formatNumber(needed - n)} more cases.`
		: 'There are enough cases for a good version. Improve the prompt, then run it again.';
}

/** Which cases to look at: those that counted against the limit. */
function readWords(result: LimitResult): string {
	const { count: one, target } = result;
	if (!('k' in one) || 'from' in target) return `Read the cases behind ${nameOf(result)}.`;
	const against = 'atMost' in target ? one.k : one.n - one.k;
	return `Read the ${countOf(against, 'case')} that went wrong: ${nameOf(result)}.`;
}

function nextSection(
	run: Run,
	subject: Subject,
	results: readonly LimitResult[],
	limits: readonly Limit[],
	catalogue: Catalogue,
): Section {
	const missed = results.filter(({ verdict }) => verdict === 'not-met');
	const open = results.filter(({ verdict }) => verdict === 'not-resolved');
	// Only a share of cases can say how many more of them would decide it.
	const counted = undecidedSection(results, catalogue).length > 0;
	const untested = unmeasured(results, limits).length;
	const old = whyNot(run, subject, catalogue).length > 0;
	const again = ['Run it again, and import the result: ', code('npm run record -- import FILE')];
	const steps: Words[] = [
		...missed.map((one) => strong(readWords(one))),
		...(open.length > 0
			? [
					[
						strong(
							`Add cases for the ${countOf(open.length, 'limit')} that ${open.length === 1 ? 'is' : 'are'} not resolved.`,
						),
						counted && [' ', link('See how many', '#cases-needed')],
					],
				]
			: []),
		...(untested > 0
			? [strong(`Count the ${countOf(untested, 'limit')} that the run left out.`)]
			: []),
		...(missed.length + open.length + untested > 0 || old ? [again] : []),
	];
	return {
		id: 'next',
		title: 'What to do next',
		blocks:
			steps.length > 0
				? [list(steps, 'tasks')]
				: [
						text(
							'Nothing. Every limit is met, and the run is of the prompts and the model that there are today.',
						),
					],
	};
}
