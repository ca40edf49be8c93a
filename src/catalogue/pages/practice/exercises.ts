/** The exercises of a pattern: the task first, the answer folded below it. All come from its entry. */
import {
	caseKind,
	dataClass,
	personalData,
	type SkillTask,
	severity,
} from '#schemas/vocabularies.ts';
import { answersOf } from '../../judge/choice/answers.ts';
import { answerLabel, asked, questionOf } from '../../judge/choice/questions.ts';
import { computeTier, NO_REASON } from '../../judge/tier.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { entryPath } from '../../model/entry.ts';
import { countOf } from '../../words/count.ts';
import {
	type Block,
	each,
	type Group,
	joined,
	label,
	link,
	list,
	type Pair,
	pairs,
	quiet,
	table,
	text,
	tierMark,
	type Words,
} from '../blocks.ts';
import { linkById } from '../citing.ts';
import { expectationWords } from '../prompt-expectations.ts';
import type { Case } from '../prompt-form.ts';
import { type PracticeSet, practiceSets } from './cases.ts';

/** A kind of exercise: who does it, and what it is. */
export interface Exercise {
	id: string;
	title: string;
	/** Roles with one of these tasks do it. */
	for: readonly SkillTask[];
	/** What to do, in a sentence or two. */
	task: string;
	blocks: (pattern: Entry<'patterns'>, catalogue: Catalogue) => Block[];
}

const fold = (title: string, blocks: readonly Block[]): Group => ({
	kind: 'group',
	title,
	fold: 'closed',
	blocks,
});

export const exercises: readonly Exercise[] = [
	{
		id: 'cases',
		title: 'Decide the cases',
		for: ['judgement', 'model-evaluation', 'prompt-design'],
		task: 'Write down the right answer to each case before you open it. Some cases are ordinary, some are unusual, and some contain hidden instructions. Say which is which.',
		blocks: (pattern, catalogue) => practiceSets(pattern, catalogue).flatMap(setBlocks),
	},
	{
		id: 'data',
		title: 'Classify the inputs',
		for: ['safe-data-handling'],
		task: 'For each input, write down the data class, whether it contains personal data, and whether someone outside the team wrote it.',
		blocks: inputs,
	},
	{
		id: 'risks',
		title: 'Trace the risks',
		for: ['workflow-orchestration', 'model-evaluation'],
		task: 'For each scene, write down which controls act against it, and what can still happen.',
		blocks: risks,
	},
	{
		id: 'incidents',
		title: 'Act on an incident',
		for: ['incident-reporting'],
		task: 'For each sign, write down how serious it is, what you do first and who does it.',
		blocks: incidents,
	},
	{
		id: 'tier',
		title: 'Work out the tier',
		for: ['business-case', 'judgement'],
		task: 'Work out the risk tier from these answers, and say which answer decides it.',
		blocks: tier,
	},
];

/** The exercises that have something to show, with what they show. */
export const exercisesOf = (
	pattern: Entry<'patterns'>,
	catalogue: Catalogue,
): (Omit<Exercise, 'blocks'> & { blocks: readonly Block[] })[] =>
	exercises
		.map((exercise) => ({ ...exercise, blocks: exercise.blocks(pattern, catalogue) }))
		.filter(({ blocks }) => blocks.length > 0);

function setBlocks({ prompt, cases, same, of }: PracticeSet): Block[] {
	const [first] = cases;
	return [
		{
			kind: 'group',
			id: prompt.id,
			title: [link(prompt.id, entryPath(prompt))],
			blocks: [
				text(prompt.data.description),
				...(first && same.length > 0
					? [
							fold('The same in every case', [
								pairs(
									same.map((name) => inputPair(name, first.input[name], prompt)),
									'variables',
								),
							]),
						]
					: []),
				...cases.map((one, at) => caseBlock(one, at, prompt, same)),
				...(of > cases.length
					? [
							text(
								[
									`${countOf(cases.length, 'case')} of ${of}. `,
									link('All cases', `${entryPath(prompt)}#tests`),
								],
								'label',
							),
						]
					: []),
			],
		},
	];
}

/** The name and the kind of a case say what is special about it, so they belong to the answer. */
function caseBlock(
	one: Case,
	at: number,
	prompt: Entry<'prompts'>,
	same: readonly string[],
): Group {
	const own = Object.entries(one.input).filter(([name]) => !same.includes(name));
	return {
		kind: 'group',
		title: `Case ${at + 1}`,
		blocks: [
			pairs(
				own.map(([name, value]) => inputPair(name, value, prompt)),
				'variables',
			),
			fold(`Answer to case ${at + 1}`, [
				text([{ kind: 'tag', text: caseKind.label(one.kind) }, ' ', one.name]),
				list(one.expect.map(expectationWords)),
				...(one.why ? [text(one.why)] : []),
			]),
		],
	};
}

const inputPair = (name: string, value: unknown, { data }: Entry<'prompts'>): Pair => [
	data['catalogue.variables'][name]?.label ?? name,
	valueWords(value),
];

/**
 * What a case puts in, as a person reads it: lines as lines, records as their fields.
 *
 * @example
 * valueWords([{ id: 'billing', covers: 'refunds' }]) // => 'id: billing; covers: refunds'
 */
export function valueWords(value: unknown): Words {
	const lines = linesOf(value);
	const [only] = lines;
	return lines.length > 1 ? each(lines) : (only ?? quiet('Nothing'));
}

function linesOf(value: unknown): string[] {
	if (value === null || value === undefined) return [];
	if (typeof value === 'string') return value.split(/\r?\n/).filter((line) => line.trim() !== '');
	if (Array.isArray(value)) return value.map(flat).filter((line) => line !== '');
	if (typeof value === 'object')
		return Object.entries(value).map(([key, inner]) => `${key}: ${flat(inner)}`);
	return [String(value)];
}

/** A value in one line, whatever is inside it. */
function flat(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (Array.isArray(value)) return value.map(flat).join(', ');
	if (typeof value === 'object')
		return Object.entries(value)
			.map(([key, inner]) => `${key}: ${flat(inner)}`)
			.join('; ');
	return String(value).replaceAll(/\s*\r?\n\s*/g, ' ');
}

function inputs(pattern: Entry<'patterns'>, catalogue: Catalogue): Block[] {
	const prompts = pattern.data.prompts.flatMap((id) => catalogue.prompts.get(id) ?? []);
	const notes = prompts.flatMap((prompt) =>
		Object.values(prompt.data['catalogue.variables']).map((note) => ({ note, prompt })),
	);
	if (notes.length === 0) return [];
	const named = (note: (typeof notes)[number]): Words => [
		note.note.label,
		prompts.length > 1 && [' ', label(note.prompt.id)],
	];
	return [
		list(notes.map((one) => [named(one), one.note.source && `, from: ${one.note.source}`])),
		fold('Answers', [
			table(
				'Classes of the inputs',
				['Input', 'Data class', 'Personal data', 'Untrusted text'],
				notes.map((one) => [
					named(one),
					dataClass.label(one.note.dataClass),
					personalData.label(one.note.personalData),
					one.note.untrusted ? 'Yes' : 'No',
				]),
			),
		]),
	];
}

function risks({ data }: Entry<'patterns'>, catalogue: Catalogue): Block[] {
	const links = (ids: readonly string[]) =>
		joined(
			ids.map((id) => {
				const { title, path } = linkById('controls', id, catalogue);
				return link(title, path);
			}),
		);
	return [
		list(data.risks.map(({ scenario }) => scenario)),
		fold('Answers', [
			table(
				'Risks with their controls',
				['Risk', 'Controls', 'What can still happen'],
				data.risks.map(({ risk, mitigatedBy, residual }) => {
					const { title, path } = linkById('risks', risk, catalogue);
					return [link(title, path), links(mitigatedBy), residual ?? 'Nothing recorded'];
				}),
			),
		]),
	];
}

function incidents({ data: { incident } }: Entry<'patterns'>): Block[] {
	return [
		list(incident.triggers.map(({ when }) => when)),
		fold('Answers', [
			table(
				'What to do at each sign',
				['Sign', 'Severity', 'First step', 'Who'],
				incident.triggers.map(({ when, severity: how, first, who }) => [
					when,
					severity.label(how),
					first,
					who,
				]),
			),
			text(`How to switch it off: ${incident.switchOff}`),
		]),
	];
}

function tier({ data }: Entry<'patterns'>, { policy }: Catalogue): Block[] {
	const answers = answersOf(data);
	const computed = computeTier(data, policy);
	const given = asked(policy).flatMap((id): Pair[] => {
		const answer = answerLabel(id, answers);
		return answer === undefined ? [] : [[questionOf(id).ask, answer]];
	});
	return [
		pairs(given, 'variables'),
		fold('Answer', [
			text(tierMark(computed.tier)),
			text(computed.reasons.join(' ') || NO_REASON),
			...(computed.higher.length > 0
				? [
						text('What would raise it:', 'label'),
						list([...new Set(computed.higher.map(({ because }) => because))]),
					]
				: []),
		]),
	];
}
