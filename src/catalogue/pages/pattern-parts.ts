/** The five parts of a pattern when closed: a conclusion with the bad news in it, and a state. */
import type { ControlType } from '#schemas/vocabularies.ts';
import { countOf } from '../words/count.ts';
import { capital, inside, listOf } from '../words/phrase.ts';
import { EXAMPLE, mark, type Words } from './blocks.ts';
import { verdictMark } from './pattern-assure.ts';
import type { ClosureRow } from './pattern-closure.ts';
import type { Controls } from './pattern-controls.ts';
import type { Evaluation } from './pattern-evaluation.ts';
import type { Metrics } from './pattern-metrics.ts';
import type { Gate } from './pattern-record.ts';
import type { PatternSource } from './pattern-source.ts';

export interface Closed {
	answer?: Words;
	state?: Words;
}

/** What each part says while it is closed, by its id. */
export function closedParts({ pattern: { data }, facts }: PatternSource): Map<string, Closed> {
	const { closure, controls, connectors, evaluation, metrics, gates } = facts;
	const over = connectors.filter(({ fits }) => !fits).length;
	const parts = countOf(data.architecture.nodes.length, 'part');
	return new Map<string, Closed>([
		[
			'fit',
			{
				answer: data.fit,
				state: `${data.useWhen.length} for, ${data.doNotUseWhen.length} against`,
			},
		],
		[
			'architecture',
			{
				answer: data.architecture.summary,
				state:
					over === 0
						? parts
						: mark(`${countOf(over, 'connector')} not cleared for its data`, 'bad'),
			},
		],
		['risks', { answer: risksAnswer(closure, controls), state: risksState(controls) }],
		[
			'evaluation',
			{
				answer: evaluationAnswer(evaluation, metrics),
				state: evaluationState(evaluation, metrics),
			},
		],
		['rollout', { answer: data.incident.summary, state: stageState(gates) }],
	]);
}

const DOES = {
	preventive: 'prevents',
	detective: 'detects',
	corrective: 'corrects',
} satisfies Record<ControlType, string>;

/**
 * How many risks, what nothing prevents, detects or corrects, and how many controls are proven.
 *
 * @example
 * risksAnswer(closure, controls) // => '5 risks. Nothing prevents bias. 9 of 17 controls are proven.'
 */
function risksAnswer(closure: readonly ClosureRow[], controls: Controls): string {
	const gaps = Object.entries(DOES).flatMap(([type, does]) => {
		const open = closure.filter(({ ways }) =>
			ways.some((way) => way.type === type && way.gap !== undefined),
		);
		return open.length > 0
			? [
					`Nothing ${does} ${listOf(
						open.map(({ title }) => inside(title)),
						'or',
					)}.`,
				]
			: [];
	});
	const accepted = closure.filter(({ state }) => state === 'accepted');
	return [
		`${capital(countOf(closure.length, 'risk'))}.`,
		...(gaps.length > 0 ? gaps : ['Each can be prevented, detected and corrected.']),
		...(accepted.length > 0
			? [`Accepted until a date: ${listOf(accepted.map(({ title }) => inside(title)))}.`]
			: []),
		provenWords(controls),
	].join(' ');
}

function provenWords({ dated, used, missing }: Controls): string {
	const proven =
		dated === 0
			? `None of ${countOf(used, 'control')} is proven yet.`
			: `${dated} of ${countOf(used, 'control')} ${dated === 1 ? 'is' : 'are'} proven.`;
	return missing > 0
		? `${proven} ${missing} required ${missing === 1 ? 'is' : 'are'} missing.`
		: proven;
}

function risksState({ groups, missing, waived, dated, used }: Controls): Words {
	const rows = groups.flatMap((group) => group.rows);
	const lapsed = rows.filter(({ state }) => state === 'lapsed').length;
	if (missing > 0) return mark(`${missing} missing`, 'bad');
	if (lapsed > 0) return mark(`${lapsed} lapsed`, 'warn', 'clock');
	if (waived > 0) return mark(`${waived} waived`, 'warn');
	if (dated < used) return mark(`${used - dated} not proven`, 'mute');
	return mark('All proven', 'ok');
}

function evaluationAnswer({ rows, closed }: Evaluation, { total, values }: Metrics): string {
	const limits = countOf(rows.length, 'limit');
	const measured = values === 0 ? 'once it is live' : `, ${values} measured`;
	const metrics = `${capital(countOf(total, 'metric'))}${values === 0 ? ' ' : ''}${measured}.`;
	return `${capital(limits)} to meet before release: ${closed} ${metrics}`;
}

function evaluationState({ state, example }: Evaluation, { off }: Metrics): Words {
	const said =
		state === 'not-met' || off === 0
			? verdictMark(state)
			: mark(`${countOf(off, 'metric')} off target`, 'warn');
	return [said, example && [' ', EXAMPLE]];
}

function stageState(gates: readonly Gate[]): Words {
	const at = gates.findIndex(({ state }) => state === 'here');
	const here = gates[at];
	return here && `Stage ${at + 1} of ${gates.length}: ${inside(here.title)}`;
}
