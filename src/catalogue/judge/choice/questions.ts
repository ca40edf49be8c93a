/**
 * The questions that lead from an idea to a pattern: what the task is, what data it uses, what
 * happens to the output. The answers are the words of the vocabularies, so an answer means the same
 * here as on the page of a pattern.
 */
import type { Condition, Exposure } from '#schemas/exposure.ts';
import type { Policy } from '#schemas/policy.ts';
import * as words from '#schemas/vocabularies.ts';
import type { Vocabulary } from '#schemas/vocabulary.ts';

export const questionGroups = {
	task: 'The task',
	data: 'The data',
	output: 'The output and its mistakes',
} as const;

export interface Option {
	value: string;
	label: string;
	/** What it means, where the label alone does not say it. */
	meaning?: string;
}

export interface Question {
	group: keyof typeof questionGroups;
	ask: string;
	hint?: string;
	options: readonly Option[];
}

export type QuestionId = 'task' | 'problem' | words.Technique | keyof Exposure;

const oneOf = <Value extends string>({ values, terms }: Vocabulary<Value>): Option[] =>
	values.map((value) => ({ value, ...terms[value] }));

/** Values of the answers to a plain question. */
export const YES = 'yes';
export const NO = 'no';
const yesOrNo: readonly Option[] = [
	{ value: YES, label: 'Yes' },
	{ value: NO, label: 'No' },
];

/** Every question there can be, in the order of the form. */
export const questions = {
	task: {
		group: 'task',
		ask: 'What kind of task is it?',
		options: oneOf(words.taskKind),
	},
	problem: {
		group: 'task',
		ask: 'What do you need to do?',
		options: oneOf(words.problem),
	},
	retrieval: {
		group: 'task',
		ask: 'Will it answer from your documents?',
		hint: 'For example, it searches a knowledge base each time someone asks.',
		options: yesOrNo,
	},
	agent: {
		group: 'task',
		ask: 'Will it choose its own steps or tools?',
		hint: 'Answer No if every step is fixed in advance.',
		options: yesOrNo,
	},
	'human-approval': {
		group: 'task',
		ask: 'Will a person check or approve its work?',
		options: yesOrNo,
	},
	rules: {
		group: 'task',
		ask: 'Will fixed rules do part of the work?',
		options: yesOrNo,
	},
	data: {
		group: 'data',
		ask: 'What is the most sensitive data it uses?',
		hint: 'Answer for the worst case that you allow, not for the usual one.',
		options: oneOf(words.dataClass),
	},
	personalData: {
		group: 'data',
		ask: 'Does it use personal data?',
		options: oneOf(words.personalData),
	},
	untrustedInput: {
		group: 'data',
		ask: 'Can text from outside your team reach it?',
		hint: 'For example, emails from customers or documents from suppliers.',
		options: yesOrNo,
	},
	effect: {
		group: 'output',
		ask: 'What happens to the output?',
		options: oneOf(words.effect),
	},
	reach: {
		group: 'output',
		ask: 'Who receives the output?',
		options: oneOf(words.reach),
	},
	reversibility: {
		group: 'output',
		ask: 'If it is wrong, can you undo it?',
		options: oneOf(words.reversibility),
	},
	decidesAboutPerson: {
		group: 'output',
		ask: 'Does it influence a decision about a person?',
		hint: 'For example hiring, pay, a claim, credit or access to a service.',
		options: yesOrNo,
	},
	regulated: {
		group: 'output',
		ask: 'Is the content or the decision regulated?',
		options: yesOrNo,
	},
	annexIII: {
		group: 'output',
		ask: 'Is it used in one of these areas?',
		hint: 'The EU AI Act lists them in Annex III.',
		options: [...oneOf(words.annexIII), { value: 'none', label: 'None of these' }],
	},
} as const satisfies Record<QuestionId, Question>;

// Object.keys loses the literal types that the table has.
export const questionIds = Object.keys(questions) as QuestionId[];

/** A question by its id, as any question. */
export const questionOf = (id: QuestionId): Question => questions[id];

/** What a reader chose, by question. */
export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

/** Asked whatever the policy says: they decide whether to use AI, and which patterns to show. */
const ALWAYS: readonly QuestionId[] = ['task', 'problem', 'data', 'personalData'];

/** The questions whose answers a condition looks at. */
export const questionsIn = ({ technique = [], ...when }: Condition): QuestionId[] => [
	...technique,
	// A condition has no other keys than those of the exposure.
	...(Object.keys(when) as (keyof Exposure)[]),
];

/** The questions that matter under a policy, in the order of the form. */
export function asked({ tiers, conditions }: Pick<Policy, 'tiers' | 'conditions'>): QuestionId[] {
	const used = new Set([
		...ALWAYS,
		...[...tiers, ...conditions].flatMap((one) => questionsIn(one.when)),
	]);
	return questionIds.filter((id) => used.has(id));
}

/** The label of an answer; undefined where the question is open. */
export const answerLabel = (id: QuestionId, answers: Answers): string | undefined =>
	questionOf(id).options.find(({ value }) => value === answers[id])?.label;
