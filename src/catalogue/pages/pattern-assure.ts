/** How a pattern is shown to work and kept working: evaluation, telemetry, incidents. */
import { caseKind, type LimitVerdict, limitVerdict, severity } from '#schemas/vocabularies.ts';
import { teamOf } from '../model/team.ts';
import { countOf } from '../words/count.ts';
import { formatNumber } from '../words/number.ts';
import {
	type Block,
	code,
	EXAMPLE,
	each,
	type Group,
	link,
	list,
	mark,
	strong,
	sub,
	type Tone,
	table,
	text,
	type Words,
} from './blocks.ts';
import { runLinks } from './evaluation/runs.ts';
import { evidencePath, inShort } from './pattern-evidence.ts';
import { telemetryAnswer } from './pattern-record.ts';
import type { Content, PatternSource } from './pattern-source.ts';

const VERDICT_TONES = {
	met: 'ok',
	'not-met': 'bad',
	'not-resolved': 'mute',
} satisfies Record<LimitVerdict, Tone>;

/** What a run says of a limit, or that there is no run. */
export const verdictMark = (verdict: LimitVerdict | undefined): Words =>
	verdict ? mark(limitVerdict.label(verdict), VERDICT_TONES[verdict]) : mark('Not run yet', 'mute');

/** Release limits with results, the test cases, and what it is known to get wrong. */
export function evaluation({ pattern, facts, catalogue }: PatternSource): Content {
	const { dataset, knownFailures } = pattern.data.evaluation;
	const { rows, answer, reach, example } = facts.evaluation;
	// Without a run there is nothing to draw, and no result to say.
	const drawn = reach !== undefined;
	return {
		answer,
		blocks: [
			...(example ? [text(EXAMPLE)] : []),
			table(
				'Release limits by dimension',
				[
					'What is measured',
					{ label: 'Verdict', state: true },
					{ label: 'Limit', num: true },
					...(drawn
						? [
								{ label: 'Result, interval at 95%', num: true },
								{
									label: `Worse by ${reach}, the limit, better by ${reach}`,
									look: 'plot' as const,
								},
							]
						: []),
				],
				rows.map(({ title, measure, limit, result, plot, state }) => [
					[title, sub(measure)],
					verdictMark(state),
					limit,
					...(drawn
						? [result ? strong(result) : 'none', plot && ({ kind: 'plot', plot } as const)]
						: []),
				]),
				{ look: 'limits', tight: true },
			),
			...(drawn
				? [
						text(
							'The bar is the interval at 95%: where the true figure probably is. Right of the line is better than the limit. A limit is met only if the whole bar is.',
							'label',
						),
					]
				: []),
			...runLinks(pattern, catalogue),
			{ kind: 'columns', columns: [labelledSet(dataset), testCases(facts)] },
			...(knownFailures.length > 0
				? [
						{
							kind: 'group',
							id: 'failures',
							title: 'Known failures',
							fold: 'closed',
							end: `${knownFailures.length}, each with what happens then`,
							blocks: [list(knownFailures)],
						} as const,
					]
				: []),
		],
	};
}

const labelledSet = (dataset: string): Group => ({
	kind: 'group',
	title: 'Labelled set',
	blocks: [text(dataset, 'small')],
});

const testCases = ({ prompts }: PatternSource['facts']): Group => ({
	kind: 'group',
	title: 'Test cases in this folder',
	blocks: [
		table(
			'Test cases by prompt and kind',
			['Prompt', ...caseKind.values.map((kind) => ({ label: caseKind.label(kind), num: true }))],
			prompts.map(({ id, path, cases }) => [
				link(id, path),
				...cases.map(({ count }) => String(count)),
			]),
			{ look: 'cases', tight: true },
		),
	],
});

/** What every call must log, by the common contract and by this pattern. */
export function telemetry({ pattern, catalogue }: PatternSource): Content {
	const { signals, namespace } = catalogue.policy.telemetry;
	const own = pattern.data.telemetry;
	const fields = signals.reduce((sum, signal) => sum + signal.fields.length, 0);
	return {
		answer: telemetryAnswer(pattern, catalogue),
		blocks: [
			...(own.length > 0 ? [ownFields(own)] : []),
			inShort(
				[
					text([
						`${formatNumber(fields)} more ${fields === 1 ? 'field is' : 'fields are'} the same for every pattern: `,
						link('the common fields', evidencePath(pattern.id, 'telemetry')),
						'.',
					]),
				],
				[
					table(
						'Fields every pattern keeps',
						['What', 'Field', 'Sensitive', 'Kept'],
						signals.map((signal) => [
							signal.what,
							each(signal.fields.map(code)),
							redacted(signal.sensitive),
							countOf(signal.keepDays, 'day'),
						]),
					),
					text(
						`Names that start with gen_ai follow OpenTelemetry. Names that start with ${namespace} are ours.`,
						'label',
					),
				],
			),
		],
	};
}

const redacted = (sensitive: boolean | undefined): Words =>
	sensitive ? mark('Redacted first', 'warn', 'gap') : 'No';

const ownFields = (own: PatternSource['pattern']['data']['telemetry']): Block => ({
	kind: 'group',
	id: 'own-fields',
	title: 'Fields of this pattern',
	fold: 'open',
	end: `${own.length} fields`,
	blocks: [
		table(
			'Fields of this pattern',
			['Field', 'Type', 'Written', 'Sensitive'],
			own.map(({ field, type, when, sensitive }) => [code(field), type, when, redacted(sensitive)]),
		),
	],
});

/** How to turn it off, how to go back, and what starts the playbook. */
export function incident({ pattern, catalogue }: PatternSource): Content {
	const { summary, command, switchOff, rollback, severeWhen, triggers, contact } =
		pattern.data.incident;
	const team = teamOf(contact, catalogue);
	const off: Group = {
		kind: 'group',
		title: 'Turn it off',
		look: 'alarm',
		blocks: [
			...(command
				? [{ kind: 'command', label: 'Switch that turns it off', command } as const]
				: []),
			text(switchOff, 'small'),
			text(`Call first: ${team.name}. ${team.contact}.`, 'label'),
		],
	};
	const back: Group = {
		kind: 'group',
		title: 'Go back one version',
		look: 'back',
		blocks: [
			text(rollback, 'small'),
			text('No drill recorded yet. Run one, then add its date to the pattern.', 'label'),
		],
	};
	return {
		answer: summary,
		blocks: [
			{ kind: 'columns', columns: [off, back] },
			text([strong('Severe when:'), ` ${severeWhen}`], 'small'),
			table(
				'Triggers',
				['When', 'Severity', 'First step', 'Who acts'],
				triggers.map(({ when, severity: how, first, who }) => [
					when,
					severity.label(how),
					first,
					who,
				]),
			),
		],
	};
}
