/** A prompt filled by an agent, as strictly as the form of its page fills it. */

import { fill, type Problem, rawOf } from '../pages/prompt-fill.ts';
import { formOf } from '../pages/prompt-form.ts';
import { type ChatMessage, renderMessages } from '../read/prompts/render.ts';
import { parseTemplate } from '../read/prompts/template.ts';
import { type Variable, variablesOf } from '../read/prompts/variables.ts';
import { inputProblems } from './prompt-input.ts';
import type { PromptText } from './reader.ts';

/** Either the messages, or everything that is wrong with the values. */
export interface FilledPrompt {
	messages: ChatMessage[];
	problems: Pick<Problem, 'path' | 'label' | 'message'>[];
}

/**
 * Fills a prompt. The page lets a reader see a preview with gaps; here a gap is a problem, because
 * the messages go to a model next.
 */
export async function fillPrompt(
	{ id, data, body }: Pick<PromptText, 'id' | 'data' | 'body'>,
	values: Readonly<Record<string, unknown>>,
): Promise<FilledPrompt> {
	const { nodes } = parseTemplate(body.trim());
	const { fields } = formOf(nodes, await variablesOf(data), []);
	const given = { ...data.input.default, ...values };
	const wrong = inputProblems(fields, given, `the prompt "${id}"`);
	const { input, problems } = fill(fields, rawOf(fields, given));
	// What has the wrong kind reads as empty; that it is "missing" as well would mislead.
	const misread = new Set(wrong.map(({ path }) => rootOf(path)));
	const all = [...wrong, ...problems.filter(({ path }) => !misread.has(rootOf(path)))];
	return all.length > 0
		? { messages: [], problems: all }
		: { messages: renderMessages(nodes, input), problems: [] };
}

/** The variable that a path starts from. */
const rootOf = (path: string) => path.split('.')[0];

/** One problem in a line: the name on the page, the name in the call, and what to do. */
export const problemLine = ({ path, label, message }: FilledPrompt['problems'][number]) =>
	`${label} (${path}): ${message}`;

/** What an agent must know of a variable before it fills it. */
export type VariableNote = Pick<
	Variable,
	| 'name'
	| 'label'
	| 'type'
	| 'required'
	| 'description'
	| 'dataClass'
	| 'personalData'
	| 'untrusted'
> & {
	maxLength?: number;
	maxItems?: number;
	choices?: string[];
	fields?: string[];
	source?: string;
};

/** The variables of a prompt with their limits, in its order. */
export async function variableNotes(prompt: Pick<PromptText, 'data'>): Promise<VariableNote[]> {
	return (await variablesOf(prompt.data)).map(
		({ maxLength, maxItems, choices, fields, source, ...rest }) => ({
			...rest,
			...(maxLength === undefined ? {} : { maxLength }),
			...(maxItems === undefined ? {} : { maxItems }),
			...(choices.length > 0 ? { choices } : {}),
			...(fields.length > 0 ? { fields: fields.map(({ name }) => name) } : {}),
			...(source === undefined ? {} : { source }),
		}),
	);
}
