/** How a pattern is made safe: risks, controls, evaluation, telemetry, incidents. */
import { caseKind, severity } from '#schemas/vocabularies.ts';
import { teamOf } from '../model/team.ts';
import { countOf } from '../words/count.ts';
import { inside } from '../words/phrase.ts';
import {
	type Block,
	code,
	each,
	type Group,
	gap,
	id as identifier,
	joined,
	label,
	link,
	list,
	mark,
	pairs,
	strong,
	sub,
	type Tone,
	table,
	text,
	type Words,
} from './blocks.ts';
import { type ClosureRow, closureAnswer, type Way } from './pattern-closure.ts';
import { type ControlGroup, type ControlRow, proofLegend, proofWord } from './pattern-controls.ts';
import type { LimitRow } from './pattern-evaluation.ts';
import { evidencePack, telemetryAnswer } from './pattern-record.ts';
import { type Content, type PatternSource, placeWords } from './pattern-source.ts';

/** Each risk, what prevents, detects and corrects it and where, the evidence, and what remains. */
export function risks({ facts: { closure, portfolio } }: PatternSource): Content {
	const remaining = closure.flatMap(({ title, residual, acceptance, standIns }) => {
		const accepted = acceptance && `Accepted by ${acceptance}`;
		const said = [residual, accepted, ...standIns].filter(Boolean).join(' ');
		return said ? [[title, said] as const] : [];
	});
	return {
		answer: closureAnswer(closure),
		blocks: [
			{
				kind: 'table',
				label:
					'Each risk with the controls that prevent, detect and correct it, where each is enforced, and the evidence',
				look: 'closure',
				columns: [
					{ label: 'Risk, and how it shows here' },
					{ label: 'State', state: true },
					{ label: 'Prevent' },
					{ label: 'Detect' },
					{ label: 'Correct' },
					{ label: 'Evidence' },
				],
				groups: [{ rows: closure.map((row) => ({ id: `risk-${row.id}`, cells: riskCells(row) })) }],
			},
			...(remaining.length > 0
				? [{ kind: 'group', title: 'The remaining risks', blocks: [pairs(remaining)] } as const]
				: []),
			text(
				[
					'Treated once for the whole portfolio: ',
					joined(portfolio.map(({ title, path }) => link(inside(title), path))),
					'.',
				],
				'label',
			),
		],
	};
}

function riskCells(row: ClosureRow): Words[] {
	const { dated, total, kinds } = row.evidence;
	return [
		[
			link(row.title, row.path),
			row.label && [' ', label(identifier(row.label))],
			sub(row.scenario),
		],
		[riskMark(row), sub(row.state === 'accepted' && 'For a time. ', row.rating)],
		...row.ways.map(wayWords),
		[
			dated === 0 ? 'None proven yet' : `${dated} of ${total} proven`,
			sub(`Asked for: ${inside(kinds)}`),
		],
	];
}

function riskMark({ state, ways }: ClosureRow): Words {
	if (state === 'proven') return mark('Proven', 'ok');
	if (state === 'named') return mark('Not proven yet', 'mute');
	if (state === 'accepted') return mark('Accepted', 'warn');
	const closed = ways.filter((way) => way.closed).length;
	return mark(`${closed} of 3 ways`, closed > 0 ? 'warn' : 'bad');
}

const wayWords = ({ controls, gap: why }: Way): Words =>
	why
		? gap(why)
		: each(
				controls.map(({ id, title, places, codifiedIn, waived }) => [
					link(title, `#ctl-${id}`),
					{ kind: 'sub', look: 'at', words: [placeWords(places), ' ', codifiedIn] },
					sub(waived),
				]),
			);

/** Green is for proven only. */
const CONTROL_TONES = {
	proven: 'ok',
	built: 'mute',
	planned: 'mute',
	lapsed: 'warn',
	waived: 'warn',
	missing: 'bad',
} satisfies Record<ControlRow['state'], Tone>;

/** Controls grouped by why each is there, with how, where, and what proves it. */
export function controls({ facts, catalogue }: PatternSource): Content {
	const { groups, answer } = facts.controls;
	const pack = evidencePack(facts.head.tier.tier, catalogue);
	return {
		answer,
		blocks: [
			...groups.map(controlGroup),
			text(proofLegend(groups), 'label'),
			{
				kind: 'group',
				title: 'Evidence pack',
				look: 'pack',
				blocks: [
					text(
						`A reviewer asks for ${countOf(pack.items.length, 'item')} at ${pack.tier} tier: ${pack.items.join('; ')}.`,
						'label',
					),
				],
			},
		],
	};
}

const controlGroup = ({ title, end, open, rows }: ControlGroup, at: number): Block => ({
	kind: 'group',
	id: `controls-${at + 1}`,
	title,
	end,
	fold: open ? 'open' : 'closed',
	blocks: [
		{
			kind: 'table',
			label: title,
			look: 'controls',
			columns: [
				{ label: 'Control' },
				{ label: 'State', state: true },
				{ label: 'Type' },
				{ label: 'Codified in' },
				{ label: 'At' },
				{ label: 'Evidence' },
			],
			groups: [{ rows: rows.map((row) => ({ id: `ctl-${row.id}`, cells: controlCells(row) })) }],
		},
	],
});

function controlCells(row: ControlRow): Words[] {
	const { waiver, evidence } = row;
	const how =
		waiver && !row.how
			? undefined
			: (row.how ?? 'Required here. The pattern does not say how it is met.');
	return [
		[
			link(row.title, row.path),
			sub(how),
			waiver &&
				sub(strong(`${waiver.until}.`), ` ${waiver.because} Instead: ${waiver.compensatedBy}`),
		],
		mark(proofWord(row.state), CONTROL_TONES[row.state]),
		row.type,
		[row.codifiedIn ?? 'Nothing yet', row.file && sub(code(row.file))],
		placeWords(row.places),
		evidence ? [`${evidence.kind}, ${evidence.date ?? 'none yet'}`, sub(evidence.source)] : 'None',
	];
}

const RESULTS = {
	met: mark('Met', 'ok'),
	'not-met': mark('Not met', 'bad'),
	'not-resolved': mark('Not resolved', 'mute'),
} satisfies Record<NonNullable<LimitRow['state']>, Words>;

/** Release limits with results, the test cases, and what it is known to get wrong. */
export function evaluation({ pattern, facts }: PatternSource): Content {
	const { dataset, knownFailures } = pattern.data.evaluation;
	const { rows, answer } = facts.evaluation;
	return {
		answer,
		blocks: [
			table(
				'Release limits by dimension',
				[
					'Dimension',
					{ label: 'State', state: true },
					{ label: 'Limit', num: true },
					{ label: 'Result', num: true },
				],
				rows.map(({ title, measure, limit, result, state }) => [
					[title, sub(measure)],
					state ? RESULTS[state] : mark('Not run yet', 'mute'),
					limit,
					result ? strong(result) : 'none',
				]),
				{ look: 'limits', tight: true },
			),
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
	const sensitive = signals.filter((signal) => signal.sensitive).length;
	return {
		answer: telemetryAnswer(pattern, catalogue),
		blocks: [
			...(own.length > 0 ? [ownFields(own)] : []),
			{
				kind: 'group',
				id: 'common-fields',
				title: 'Fields every pattern keeps',
				fold: 'closed',
				end: `${fields} fields, ${sensitive} of ${signals.length} signals sensitive`,
				blocks: [
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
			},
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
