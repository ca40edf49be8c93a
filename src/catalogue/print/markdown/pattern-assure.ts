/** Sections 6 to 10 of a pattern as Markdown: what could go wrong, and what answers it. */

import { caseKind, controlType, severity } from '#schemas/vocabularies.ts';
import { teamOf } from '../../model/team.ts';
import type { ClosureRow, Way } from '../../pages/pattern-closure.ts';
import { closureAnswer } from '../../pages/pattern-closure.ts';
import type { ControlRow } from '../../pages/pattern-controls.ts';
import { evidencePack, telemetryAnswer } from '../../pages/pattern-record.ts';
import { countOf } from '../../words/count.ts';
import { inside } from '../../words/phrase.ts';
import { linkTo } from './address.ts';
import type { PatternSource, Sections } from './pattern-source.ts';
import { refs } from './places.ts';
import {
	blocks,
	code,
	fenced,
	heading,
	joined,
	lines,
	list,
	type Markdown,
	md,
	pairs,
	table,
} from './write.ts';

/** Sections of the part Assure. */
export function patternAssure(source: PatternSource): Sections {
	const { pattern, facts, context } = source;
	return {
		risks: { answer: closureAnswer(facts.closure), content: closure(source) },
		controls: { answer: facts.controls.answer, content: controls(source) },
		evaluation: { answer: facts.evaluation.answer, content: evaluation(source) },
		telemetry: { answer: telemetryAnswer(pattern, context.catalogue), content: telemetry(source) },
		incident: { answer: pattern.data.incident.summary, content: incident(source) },
	};
}

const STATES = { closed: 'Closed', accepted: 'Accepted for a time' } as const;

function closure({ facts, context }: PatternSource): Markdown {
	const left = facts.closure.map(({ title, residual, acceptance, standIns }) => {
		const accepted = acceptance && `Accepted by ${acceptance}`;
		return [title, [residual, accepted, ...standIns].filter(Boolean).join(' ')] as const;
	});
	return blocks(
		table(
			['Risk, and how it shows here', 'State', 'Prevent', 'Detect', 'Correct', 'Evidence'],
			facts.closure.map((row) => [
				lines(joined([linkTo(row, context), row.label], ' '), row.scenario),
				lines(riskState(row), row.rating),
				...row.ways.map(way),
				lines(
					row.evidence.dated === 0
						? 'None dated yet'
						: `${row.evidence.dated} of ${row.evidence.total} dated`,
					`Asked for: ${inside(row.evidence.kinds)}`,
				),
			]),
		),
		left.some(([, text]) => text) && heading(4, 'What is left after the controls'),
		pairs(left),
		md`Treated once for the whole portfolio: ${joined(facts.portfolio.map((risk) => linkTo(risk, context)))}.`,
	);
}

const riskState = ({ state, ways }: ClosureRow): string =>
	state === 'gap' ? `${ways.filter(({ closed }) => closed).length} of 3 ways` : STATES[state];

const way = ({ controls, gap, type }: Way): Markdown =>
	gap
		? md`${gap}${gap.endsWith('.') ? '' : '.'}`
		: lines(
				...controls.map(({ title, places, codifiedIn, waived }) => {
					const held = [refs(places), codifiedIn, waived].filter(Boolean).join(', ');
					return `${title || controlType.label(type)}${held && ` (${held})`}`;
				}),
			);

const WORDS = {
	evidenced: 'In place',
	stated: 'Stated',
	waived: 'Waived',
	missing: 'Missing',
} satisfies Record<ControlRow['state'], string>;

function controls({ facts, context }: PatternSource): Markdown {
	const { groups } = facts.controls;
	const pack = evidencePack(facts.head.tier.tier, context.catalogue);
	return blocks(
		...groups.flatMap(({ title, end, rows }) => [
			heading(4, title),
			`${end}.`,
			table(
				['Control', 'State', 'Type', 'Codified in', 'At', 'Evidence'],
				rows.map((row) => [
					lines(linkTo(row, context), howWords(row), waiverWords(row)),
					WORDS[row.state],
					row.type,
					lines(row.codifiedIn ?? 'Nothing yet', row.file && code(row.file)),
					refs(row.places),
					row.evidence
						? lines(
								`${row.evidence.kind}, ${row.evidence.date ?? 'none dated yet'}`,
								row.evidence.source,
							)
						: 'None',
				]),
			),
		]),
		'Stated: the pattern says how the control is met and where; no dated evidence shows it yet.',
		heading(4, 'Evidence pack'),
		`A reviewer asks for ${pack.items.length} items at ${pack.tier} tier:`,
		list(pack.items),
	);
}

const howWords = ({ waiver, how }: ControlRow) =>
	waiver && !how ? undefined : (how ?? 'Required here; the pattern does not say how it is met.');

const waiverWords = ({ waiver }: ControlRow) =>
	waiver && `${waiver.until}. ${waiver.because} Instead: ${waiver.compensatedBy}`;

function evaluation({ pattern, facts, context }: PatternSource): Markdown {
	const { dataset, knownFailures } = pattern.data.evaluation;
	return blocks(
		table(
			['Dimension', 'Measure', 'State', 'Limit', 'Result'],
			facts.evaluation.rows.map(({ title, measure, state, limit, result }) => [
				title,
				measure,
				state ? { passed: 'Passed', failed: 'Missed' }[state] : 'Not run yet',
				limit,
				result ?? 'none',
			]),
		),
		heading(4, 'Labelled set'),
		dataset,
		heading(4, 'Test cases in this folder'),
		table(
			['Prompt', ...caseKind.values.map(caseKind.label)],
			facts.prompts.map(({ id, path, cases }) => [
				linkTo({ title: id, path }, context),
				...cases.map(({ count }) => count),
			]),
		),
		knownFailures.length > 0 && heading(4, 'Known failures'),
		list(knownFailures),
	);
}

function telemetry({ pattern, context }: PatternSource): Markdown {
	const { signals, namespace } = context.catalogue.policy.telemetry;
	const own = pattern.data.telemetry;
	const redacted = (sensitive: boolean | undefined) => (sensitive ? 'Redacted first' : 'No');
	return blocks(
		own.length > 0 && heading(4, 'Fields of this pattern'),
		table(
			['Field', 'Type', 'Written', 'Sensitive'],
			own.map(({ field, type, when, sensitive }) => [code(field), type, when, redacted(sensitive)]),
		),
		heading(4, 'Fields every pattern keeps'),
		table(
			['What', 'Field', 'Sensitive', 'Kept'],
			signals.map(({ what, fields, sensitive, keepDays }) => [
				what,
				lines(...fields.map(code)),
				redacted(sensitive),
				countOf(keepDays, 'day'),
			]),
		),
		`Names that start with gen_ai follow OpenTelemetry; names that start with ${namespace} are ours.`,
	);
}

function incident({ pattern, context }: PatternSource): Markdown {
	const { command, switchOff, rollback, severeWhen, triggers, contact } = pattern.data.incident;
	const team = teamOf(contact, context.catalogue);
	return blocks(
		heading(4, 'Turn it off'),
		command && fenced(command, 'sh'),
		switchOff,
		`Call first: ${team.name}. ${team.contact}.`,
		heading(4, 'Go back one version'),
		rollback,
		'No drill is recorded here yet.',
		heading(4, 'Severe when'),
		severeWhen,
		table(
			['When', 'Severity', 'First step', 'Who acts'],
			triggers.map(({ when, severity: how, first, who }) => [
				when,
				severity.label(how),
				first,
				who,
			]),
		),
	);
}
