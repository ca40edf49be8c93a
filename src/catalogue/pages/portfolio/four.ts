/** The four questions: which uses are live, on which data, under which controls, measured how. */
import type { UseMeasure } from '#schemas/use-case.ts';
import {
	dataClass,
	type PersonalData,
	type ProofState,
	personalData,
	proofState,
} from '#schemas/vocabularies.ts';
import type { Flag } from '../../judge/portfolio/flags.ts';
import { isBad } from '../../judge/portfolio/flags.ts';
import type { Use } from '../../judge/portfolio/uses.ts';
import type { Range } from '../../judge/target.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { entryPath } from '../../model/entry.ts';
import { teamOf } from '../../model/team.ts';
import { countOf } from '../../words/count.ts';
import { shortDay, shortMonth } from '../../words/day.ts';
import { formatNumber, withSymbol } from '../../words/number.ts';
import { inside } from '../../words/phrase.ts';
import { targetWords } from '../../words/target.ts';
import {
	type Band,
	type Block,
	type Choice,
	link,
	mark,
	type Row,
	strong,
	sub,
	type TableBlock,
	text,
	tierMark,
	type Words,
} from '../blocks.ts';
import { drawnAs, measureMark } from '../verdicts.ts';

/** What the uses come to, under each question. */
export interface Totals {
	uses: number;
	live: number;
	personal: number;
	high: number;
	flagged: number;
	proven: number;
	required: number;
	onTarget: number;
	flags: number;
	pilots: number;
	paused: number;
	/** The same of the live uses alone, so that what is only tried out does not blur the figures. */
	inLive: { personal: number; proven: number; required: number; onTarget: number };
}

const holdsPersonal = (value: PersonalData): boolean => value !== 'none';

export function totalsOf(uses: readonly Use[], shared: readonly Flag[] = []): Totals {
	const count = (test: (use: Use) => boolean, of = uses) => of.filter(test).length;
	const sum = (value: (use: Use) => number, of = uses) =>
		of.reduce((all, use) => all + value(use), 0);
	const live = uses.filter((use) => use.live);
	const personal = ({ entry }: Use) => holdsPersonal(entry.data.personalData);
	return {
		uses: uses.length,
		live: live.length,
		personal: count(personal),
		high: count(({ tier }) => tier === 'high'),
		flagged: count(({ flags }) => flags.length > 0),
		proven: sum(({ controls }) => controls.proven),
		required: sum(({ controls }) => controls.required),
		onTarget: count(({ verdict }) => verdict === 'on-target'),
		flags: sum(({ flags }) => flags.length) + shared.length,
		pilots: count(({ entry }) => entry.data.state === 'pilot'),
		paused: count(({ entry }) => entry.data.state === 'paused'),
		inLive: {
			personal: count(personal, live),
			proven: sum(({ controls }) => controls.proven, live),
			required: sum(({ controls }) => controls.required, live),
			onTarget: count(({ verdict }) => verdict === 'on-target', live),
		},
	};
}

const NO_CELLS: Record<ProofState, number> = {
	planned: 0,
	built: 0,
	proven: 0,
	lapsed: 0,
	waived: 0,
};

/** What each cell of a drawing of controls means. */
export const cellsKey = (): Block =>
	text(
		[
			'Each cell is a required control:',
			(['proven', 'built', 'lapsed', 'waived', 'planned'] as const).map(
				(state, at): Words => [
					at > 0 ? ', ' : ' ',
					{ kind: 'cells', counts: { ...NO_CELLS, [state]: 1 } },
					inside(proofState.label(state)),
				],
			),
		],
		'key',
	);

/** The table, with its totals in the heads and a filter above it. */
export function fourQuestions(
	uses: readonly Use[],
	totals: Totals,
	catalogue: Catalogue,
): TableBlock {
	const { inLive } = totals;
	return {
		kind: 'table',
		label:
			'Every use of AI: whether it is live, its data, its controls, its main measure and its red flags. Most red flags first',
		look: 'portfolio',
		columns: [
			{ label: 'Which uses are live?', total: stateCounts(totals) },
			{
				label: 'On which data?',
				total: apart('use personal data', totals, [inLive.personal, totals.live], totals.personal),
				short: 'Data',
			},
			{
				label: 'Under which controls?',
				total: apart(
					'proven',
					{ uses: totals.required, live: inLive.required },
					[inLive.proven, inLive.required],
					totals.proven,
				),
				short: 'Controls',
			},
			{
				label: 'Measured how?',
				total: apart('on target', totals, [inLive.onTarget, totals.live], totals.onTarget),
				short: 'Measure',
			},
			{ label: 'What is wrong?', total: countOf(totals.flags, 'red flag'), short: 'Red flags' },
		],
		filter: { all: uses.length, choices: choicesOf(uses) },
		groups: [{ rows: uses.map((use) => rowOf(use, catalogue)) }],
	};
}

/** @example stateCounts({ live: 5, pilots: 2, paused: 1 }) // => '5 live, 2 pilots, 1 paused' */
function stateCounts({ live, pilots, paused }: Pick<Totals, 'live' | 'pilots' | 'paused'>): string {
	return [
		`${formatNumber(live)} live`,
		...(pilots > 0 ? [countOf(pilots, 'pilot')] : []),
		...(paused > 0 ? [`${formatNumber(paused)} paused`] : []),
	].join(', ');
}

/** A share of the live uses, and apart from it that of the pilots and of what is paused. */
function apart(
	what: string,
	of: Pick<Totals, 'uses' | 'live'>,
	[done, ofLive]: readonly [number, number],
	all: number,
): string {
	const share = (part: number, whole: number) => `${formatNumber(part)} of ${formatNumber(whole)}`;
	if (ofLive === 0 || of.uses === of.live) return `${share(all, of.uses)} ${what}`;
	return `Live: ${share(done, ofLive)} ${what}. Others: ${share(all - done, of.uses - of.live)}`;
}

const tests = {
	live: ['Live', ({ live }: Use) => live],
	flag: ['With red flags', ({ flags }: Use) => flags.length > 0],
	personal: ['Personal data', ({ entry }: Use) => holdsPersonal(entry.data.personalData)],
	high: ['High tier', ({ tier }: Use) => tier === 'high'],
} as const satisfies Record<string, readonly [string, (use: Use) => boolean]>;
// Object.keys loses the literal types that the table has.
const choiceIds = Object.keys(tests) as (keyof typeof tests)[];

const choicesOf = (uses: readonly Use[]): Choice[] =>
	choiceIds.map((id) => ({ id, label: tests[id][0], count: uses.filter(tests[id][1]).length }));

function rowOf(use: Use, catalogue: Catalogue): Row {
	return {
		id: `use-${use.entry.id}`,
		kept: choiceIds.filter((id) => tests[id][1](use)),
		cells: [
			liveCell(use, catalogue),
			dataCell(use),
			controlsCell(use),
			measureCell(use, catalogue),
			flagsCell(use),
		],
	};
}

/** Whether a use is live, since when, or until when it is tried. */
export function liveWords({ data }: Use['entry']): string {
	if (data.state === 'pilot')
		return data.pilot ? `Pilot until ${shortDay(data.pilot.ends)}` : 'Pilot without an end date';
	const day = data.liveSince && shortDay(data.liveSince);
	if (data.state === 'live') return day ? `Live since ${day}` : 'Live';
	if (data.state === 'paused') return day ? `Paused. Went live ${day}` : 'Paused';
	return 'Retired';
}

function liveCell({ entry }: Use, catalogue: Catalogue): Words {
	const { data } = entry;
	return [
		link(data.title, entryPath(entry)),
		sub(`${liveWords(entry)}. ${teamOf(data.owner, catalogue).name}`),
		sub({ kind: 'stage', stage: data.stage }),
	];
}

/** The systems that the data comes from or goes to, each once. */
export const systemsOf = ({ data }: Use['entry']): string[] => [
	...new Set(data.sources.map(({ system }) => system)),
];

function dataCell({ entry, tier }: Use): Words {
	const { data } = entry;
	return [
		{
			kind: 'ends',
			words: strong(link(dataClass.label(data.data), `${entryPath(entry)}#data`)),
			end: tierMark(tier),
		},
		sub(personalWords(data.personalData)),
		sub(systemsOf(entry).join(', ')),
	];
}

/** @example personalWords('ordinary') // => 'Ordinary personal data' */
export const personalWords = (value: PersonalData): string =>
	holdsPersonal(value) ? `${personalData.label(value)} personal data` : 'No personal data';

/** The states that are not "proven", each with its count. */
export function restWords(counts: Readonly<Record<ProofState, number>>): string {
	const rest = proofState.values.filter((state) => state !== 'proven' && counts[state] > 0);
	if (rest.length === 0) return 'Nothing missing';
	return rest.map((state) => `${counts[state]} ${inside(proofState.label(state))}`).join(', ');
}

function controlsCell({ entry, controls }: Use): Words {
	return [
		link(`${controls.proven} of ${controls.required} proven`, `${entryPath(entry)}#controls`),
		{ kind: 'cells', counts: controls },
		sub(restWords(controls)),
	];
}

/** The title of a metric, with the part that is measured of it. */
export function measureTitle(
	{ measure }: { measure: Pick<UseMeasure, 'metric' | 'part'> },
	{ metrics }: Pick<Catalogue, 'metrics'>,
): string {
	const title = metrics.get(measure.metric)?.data.title ?? measure.metric;
	return measure.part ? `${title}: ${measure.part}` : title;
}

function measureCell(use: Use, catalogue: Catalogue): Words {
	const { entry, measure, series, target, verdict } = use;
	const symbol = catalogue.metrics.get(measure.metric)?.data.symbol;
	const before = series.baseline?.record.value;
	const latest = series.latest?.record;
	const band = bandOf(use, target);
	const value = (number: number) => withSymbol(number, symbol);
	const numbers: Words = latest
		? [before !== undefined && `${value(before)} to `, strong(value(latest.value))]
		: before === undefined
			? 'No value yet'
			: `${value(before)} before`;
	const counted =
		latest?.k === undefined ? '' : `${formatNumber(latest.k)} of ${formatNumber(latest.n ?? 0)}, `;
	const due = measure.firstValueDue ? `First value due ${shortDay(measure.firstValueDue)}` : '';
	const read = latest ? `${counted}${shortMonth(latest.period)}` : due;
	return [
		{
			kind: 'ends',
			words: link(measureTitle(use, catalogue), `${entryPath(entry)}#measures`),
			end: measureMark(verdict),
		},
		{ kind: 'ends', words: band && { kind: 'strip', band }, end: numbers },
		sub([`Target ${targetWords(measure.target, symbol)}`, read && `. ${read}`]),
	];
}

/** The scale of a measure: what the author set, or all of its values with the target. */
function bandOf(
	{ measure, series, verdict }: Pick<Use, 'measure' | 'series' | 'verdict'>,
	{ from, to }: Range = {},
): Band | undefined {
	const baseline = series.baseline?.record.value;
	const now = series.latest?.record.value;
	const values = [baseline, now, from, to].filter((value) => value !== undefined);
	const ends = measure.scale ?? spread(values);
	if (!ends) return undefined;
	return { min: ends.from, max: ends.to, from, to, baseline, now, verdict: drawnAs(verdict) };
}

/** A scale around some values, with room at both ends. */
export function spread(values: readonly number[]): { from: number; to: number } | undefined {
	if (values.length === 0) return undefined;
	const [low, high] = [Math.min(...values), Math.max(...values)];
	const room = (high - low || Math.abs(high) || 1) * 0.2;
	return { from: low >= 0 ? Math.max(0, low - room) : low - room, to: high + room };
}

function flagsCell({ entry, flags }: Use): Words {
	if (flags.length === 0) return 'None';
	const alarm = mark(String(flags.length), flags.some(isBad) ? 'bad' : 'warn', 'gap');
	return link(alarm, `${entryPath(entry)}#flags`);
}
