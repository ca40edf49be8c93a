/**
 * Checks an answer against the output schema of its prompt. An answer that does not fit is not
 * used.
 */
import { type JsonSchema, problemsOf } from '../prompts/json-schema.ts';

export const CONTROL = 'output-validation';

/** The answer as data, or what is wrong with it. */
export type Validated = { value: Record<string, unknown>; problems: [] } | { problems: string[] };

/**
 * The answer, if it is one JSON object of the schema and nothing else: no code fence around it and
 * no sentence before it. A model that adds words did not do what it was told.
 */
export function validateOutput(answer: string, schema: JsonSchema | undefined): Validated {
	if (!schema)
		return { problems: ['the prompt has no output schema, so the answer cannot be checked.'] };
	const value = parsed(answer);
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		return { problems: ['the answer is not a single JSON object.'] };
	}
	const problems = problemsOf(schema, value);
	return problems.length > 0 ? { problems } : { value: { ...value }, problems: [] };
}

/**
 * What a second call is told. It is short and has no marks, because a problem can repeat the
 * answer.
 */
export const toRetry = (problems: readonly string[]): string[] =>
	problems.slice(0, 5).map((problem) => problem.replace(/[<>]/g, '').slice(0, 160));

/**
 * Whether words are in a text word for word. A line break counts as a space. Empty words are in no
 * text.
 */
export function isQuoteOf(quote: string, ...texts: readonly string[]): boolean {
	const wanted = spaced(quote);
	return wanted !== '' && texts.some((source) => spaced(source).includes(wanted));
}

const spaced = (source: string) => source.replace(/\s+/g, ' ').trim();

function parsed(answer: string): unknown {
	try {
		return JSON.parse(answer);
	} catch {
		return undefined;
	}
}
