/** The prompts of a pattern: what each takes and returns, and its cases. */

import type { Prompt } from '#schemas/prompt.ts';
import { dataClass, personalData } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { entryPath } from '../model/entry.ts';
import {
	answerFieldsOf,
	type Field,
	type Variable,
	variablesOf,
} from '../read/prompts/variables.ts';
import { countOf } from '../words/count.ts';
import { capital } from '../words/phrase.ts';
import { type CaseCount, casesOf } from './pattern-evaluation.ts';

export interface PromptInput {
	name: string;
	label: string;
	type: string;
	optional: boolean;
	dataClass: string;
	personal: string | undefined;
	untrusted: boolean;
}

export interface PromptCard {
	id: string;
	path: string;
	version: string;
	description: string;
	model: { title: string; path: string } | undefined;
	inputs: PromptInput[];
	outputs: { name: string; type: string; optional: boolean }[];
	format: Prompt['output']['format'];
	cases: CaseCount[];
}

const TYPES = {
	text: 'Text',
	number: 'Number',
	boolean: 'Yes or no',
	choice: 'One of',
	list: 'List',
	records: 'List of records',
	record: 'Record',
} satisfies Record<Field['type'], string>;

/** Prompts in order of use. Reads only what the schemas and rules have accepted. */
export async function promptsOf(
	{ data }: Entry<'patterns'>,
	catalogue: Catalogue,
): Promise<PromptCard[]> {
	const found = data.prompts.flatMap((id) => catalogue.prompts.get(id) ?? []);
	return Promise.all(found.map((prompt) => cardOf(prompt, catalogue)));
}

async function cardOf(prompt: Entry<'prompts'>, catalogue: Catalogue): Promise<PromptCard> {
	const { id, data } = prompt;
	const model = catalogue.models.get(data.model);
	const [variables, answer] = await Promise.all([variablesOf(data), answerFieldsOf(data)]);
	return {
		id,
		path: entryPath(prompt),
		version: data.version,
		description: data.description,
		model: model && { title: model.data.title, path: entryPath(model) },
		inputs: variables.map(inputOf),
		outputs: answer.map((field) => ({
			name: field.name,
			type: typeOf(field),
			optional: !field.required,
		})),
		format: data.output.format,
		cases: casesOf(id, catalogue),
	};
}

function inputOf(variable: Variable): PromptInput {
	return {
		name: variable.name,
		label: variable.label,
		type: typeOf(variable),
		optional: !variable.required,
		dataClass: dataClass.label(variable.dataClass),
		personal:
			variable.personalData === 'none' ? undefined : personalData.label(variable.personalData),
		untrusted: variable.untrusted,
	};
}

function typeOf(field: Field & Partial<Pick<Variable, 'maxLength' | 'maxItems'>>): string {
	const limits = [
		...(field.maxItems ? [`up to ${field.maxItems}`] : []),
		...(field.maxLength ? [`up to ${countOf(field.maxLength, 'character')}`] : []),
	];
	const inner =
		field.fields.length > 0 ? ` (${field.fields.map(({ name }) => name).join(', ')})` : '';
	const choices = field.choices.length > 0 ? ` ${field.choices.join(', ')}` : '';
	return [`${TYPES[field.type]}${inner}${choices}`, ...limits].join(', ');
}

/** The answer of section 4: how many prompts and cases, and whether outside text goes in. */
export function promptsAnswer(cards: readonly PromptCard[]): string {
	const cases = cards.flatMap((card) => card.cases).reduce((sum, { count }) => sum + count, 0);
	const outside = cards.filter(({ inputs }) => inputs.some(({ untrusted }) => untrusted)).length;
	const count = capital(`${countOf(cards.length, 'prompt')} with ${countOf(cases, 'test case')}.`);
	if (outside === 0) return `${count} No text from outside the team goes in.`;
	const which =
		cards.length === 1
			? 'It takes'
			: `${capital(countOf(outside, 'of them', 'of them'))} ${outside === 1 ? 'takes' : 'take'}`;
	return `${count} ${which} untrusted text (written by someone outside the team), marked as data so that the model does not follow it.`;
}
