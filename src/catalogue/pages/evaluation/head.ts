/** The head of the page of a run: its verdict with what was run, and what a reader must know first. */
import { evaluationDimension, type LimitVerdict } from '#schemas/vocabularies.ts';
import {
	countingRun,
	type LimitResult,
	runVerdict,
	unmeasured,
	whyNot,
} from '../../judge/records/evaluation.ts';
import { countOf } from '../../words/count.ts';
import { moneyWords } from '../../words/money.ts';
import { formatNumber } from '../../words/number.ts';
import { listOf } from '../../words/phrase.ts';
import { type Block, digest, each, id, link, sub } from '../blocks.ts';
import { linkById } from '../citing.ts';
import type { TitleBlock } from '../page.ts';
import { casesWords, count, type Found, nameOf } from './result.ts';

const RESULT = {
	met: { tone: 'ok', sign: 'tick', label: 'Passed' },
	'not-met': { tone: 'bad', sign: 'cross', label: 'Not passed' },
	'not-resolved': { tone: 'mute', sign: 'part', label: 'Not resolved' },
} as const satisfies Record<LimitVerdict, object>;

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

export function blockOf({ run, subject, results, limits, catalogue }: Found): TitleBlock {
	const { record } = run;
	const { dataset, seconds, p95Seconds, cost } = record;
	const model = linkById('models', record.model, catalogue);
	const settings = Object.entries(record.settings ?? {}).map(([name, value]) => `${name} ${value}`);
	const time = seconds === undefined ? 'Time not recorded' : durationWords(seconds);
	const current = countingRun(subject, catalogue) === run;
	return {
		stamp: {
			...RESULT[runVerdict(results, limits)],
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
				label: 'Prompts tested',
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
				label: 'Model and version',
				words: [link(model.title, model.path), ' ', id(record.pin)],
				...(settings.length > 0 && { sub: settings.join(', ') }),
			},
			{
				label: 'Counts for',
				words: 'This combination only',
				sub: current ? 'The prompts and the model have not changed' : 'This run no longer counts',
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

export function noticesOf({ run, subject, results, limits, catalogue }: Found): Block[] {
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
