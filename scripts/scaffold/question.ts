/** Questions as data: one per flag, made from the schema, answered by flags or by a person. */
import type { z } from 'zod';
import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import {
	definition,
	docAt,
	fieldsAt,
	isOptional,
	metaOf,
	type Path,
	unwrap,
} from '#catalogue/model/schema-walk.ts';
import { choicesOf } from '#catalogue/scaffold/skeleton.ts';
import type { Choice } from './ask.ts';

export type Answer = string | boolean | readonly string[];
export type Answers = ReadonlyMap<string, Answer>;

/** What a question may look at. */
export interface Context {
	catalogue: Catalogue;
	/** Answers so far, by flag. */
	answers: Answers;
	/** The pattern it starts from, with --from. */
	from: Entry<'patterns'> | undefined;
}

export interface Question {
	/** Name of its flag, without the hyphens. */
	flag: string;
	kind: 'text' | 'choice' | 'several' | 'yes-no';
	/** The question, as a statement of what is wanted: the doc text of the field. */
	about: string;
	choices?: (context: Context) => readonly Choice[];
	/** Taken where nobody answers; shown to a person as what Enter takes. */
	preset?: (context: Context) => Answer | undefined;
	/** Flag that gives the usual answer: while that one is missing, this one need not be named. */
	follows?: string;
	/** What is wrong with an answer, as a sentence, or undefined. */
	check?: (answer: Answer, context: Context) => string | undefined;
	/** Whether it is asked at all. */
	when?: (context: Context) => boolean;
	/** Lines to show once it is answered. */
	after?: (context: Context) => readonly string[];
}

/** The answer that stands for "no such thing" where a field may be left out. */
export const NONE = 'none';

/** The question for a field of a schema, in the words of its doc text and vocabulary. */
export function questionOf(schema: z.ZodType, path: Path, more: Partial<Question> = {}): Question {
	const [field] = fieldsAt(schema, path);
	const name = String(path.at(-1));
	const base = {
		flag: name.replace(/[A-Z]+/g, (letters) => `-${letters.toLowerCase()}`),
		about: docAt(schema, path),
	};
	if (!field) throw new Error(`the schema has no field ${path.join('.')}`);
	return { ...base, ...kindOf(field, base.about), ...more };
}

function kindOf(field: z.ZodType, about: string): Omit<Question, 'flag' | 'about'> {
	const def = definition(unwrap(field));
	if (def.type === 'boolean') return { kind: 'yes-no' };
	const element = def.type === 'array' ? def.element : undefined;
	const one = choicesFor(element ?? field);
	if (!one) return { kind: 'text', check: (answer) => complaint(field, answer) };
	if (element) {
		const check = (answer: Answer) => complaint(field, answer) && `Choose at least one. ${about}`;
		return { kind: 'several', choices: one, check };
	}
	if (!isOptional(field)) return { kind: 'choice', choices: one };
	const none = { value: NONE, label: 'None', meaning: 'It is left out.' };
	return { kind: 'choice', choices: (context) => [none, ...one(context)], preset: () => NONE };
}

/** The values of a closed list with their meanings, or the entries a reference may name. */
function choicesFor(field: z.ZodType): Question['choices'] {
	const { ref, enumDescriptions = [] } = metaOf(field);
	if (ref) return ({ catalogue }) => catalogue.ids(ref).map((id) => named(ref, id, catalogue));
	const values = choicesOf(unwrap(field));
	if (values.length === 0) return undefined;
	const choices = values.map((value, index): Choice => {
		const [label = value, ...meaning] = (enumDescriptions[index] ?? value).split(': ');
		return { value, label, meaning: meaning.join(': ') };
	});
	return () => choices;
}

function named(set: string, id: string, { all, organisation }: Catalogue): Choice {
	const team = organisation.teams.find((candidate) => candidate.id === id);
	if (set === 'teams' && team) return { value: id, label: team.name, meaning: team.does };
	const maps = new Map<string, ReadonlyMap<string, Entry>>(Object.entries(all));
	const data = maps.get(set)?.get(id)?.data;
	if (!data || !('title' in data)) return { value: id, label: id };
	return { value: id, label: data.title, meaning: 'summary' in data ? data.summary : '' };
}

/** What the schema says of a value, as a sentence. */
export function complaint(field: z.ZodType, answer: Answer): string | undefined {
	const result = field.safeParse(answer);
	const message = result.success ? undefined : result.error.issues[0]?.message;
	if (message === undefined) return undefined;
	const sentence = /^(?:is|has|holds) /.test(message) ? `It ${message}` : message;
	return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** A text that was answered, or an empty one. */
export function textOf(answers: Answers, flag: string): string {
	const answer = answers.get(flag);
	return typeof answer === 'string' ? answer : '';
}

/** A list that was answered, or an empty one. */
export function listOf(answers: Answers, flag: string): readonly string[] {
	const answer = answers.get(flag);
	return typeof answer === 'object' ? answer : [];
}

/** The pattern that was answered, if it exists. */
export const patternOf = ({ answers, catalogue }: Context) =>
	catalogue.patterns.get(textOf(answers, 'pattern'));
