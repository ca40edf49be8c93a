/** Fills a prompt. A variable that is missing, unknown or too long is an error, never a blank. */
import { Refusal } from '../refusal.ts';
import { problemsOf } from './json-schema.ts';
import type { ChatMessage, Prompt, Variable } from './read-prompt.ts';

/** How dotprompt marks a role inside the filled text; in a value it would forge a message. */
export const ENGINE_MARK = '<<<dotprompt:';

type Values = Readonly<Record<string, unknown>>;

/**
 * The chat messages of a prompt with these values.
 *
 * @throws Refusal that names every wrong value, without repeating any of them
 */
export async function fillPrompt(prompt: Prompt, values: Values): Promise<ChatMessage[]> {
	const given: Values = { ...prompt.defaults, ...withoutGaps(values) };
	const problems = [
		...problemsOf(prompt.input, given, 'the input').map((problem) => problem.slice(0, 120)),
		...Object.entries(given).flatMap(([name, value]) => limitProblems(prompt, name, value)),
	];
	if (problems.length > 0) {
		const message = `${prompt.name} cannot be filled: ${problems.join(' ')}`;
		throw new Refusal('prompt-change-control', 'prompt-not-filled', message);
	}
	return prompt.render(given);
}

/** A variable set to undefined counts as not given. */
const withoutGaps = (values: Values) =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function limitProblems(prompt: Prompt, name: string, value: unknown): string[] {
	const variable = Object.hasOwn(prompt.variables, name) ? prompt.variables[name] : undefined;
	if (!variable) return [`${name} has no entry in catalogue.variables.`];
	return [...countProblems(name, value, variable), ...textProblems(name, value, variable)];
}

function countProblems(name: string, value: unknown, { maxItems }: Variable): string[] {
	if (!Array.isArray(value) || maxItems === undefined || value.length <= maxItems) return [];
	return [`${name} has ${value.length} entries. At most ${maxItems} are allowed.`];
}

/** The limit applies to each text of a variable: the text itself, an entry, a field of an entry. */
function textProblems(name: string, value: unknown, variable: Variable): string[] {
	if (typeof value === 'string') {
		const { maxLength } = variable;
		if (value.includes(ENGINE_MARK)) return [`${name} contains a mark of the prompt engine.`];
		if (maxLength === undefined || value.length <= maxLength) return [];
		return [`${name} has ${value.length} characters. At most ${maxLength} are allowed.`];
	}
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, one]) =>
		textProblems(`${name}.${key}`, one, variable),
	);
}
