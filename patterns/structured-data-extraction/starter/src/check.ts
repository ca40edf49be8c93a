/**
 * Node check: the schema of the answer, then for each field its form, its quote on its page, and
 * whether the quote supports the value. What fails is asked for once more; if it fails again, it
 * counts as no value.
 */
import type { Page, Reading } from './capture.ts';
import { wordsIn } from './controls/grounding-citations.ts';
import { isQuoteOf, validateOutput } from './controls/output-validation.ts';
import { carries, isOfForm } from './field-rules.ts';
import { fields, flag, list, number, oneOf, optional, type Shape, text } from './policy/shape.ts';
import type { JsonSchema } from './prompts/json-schema.ts';
import type { Schema, SchemaField } from './schemas.ts';

const MOST_WORDS = 25;
const anyText: Shape<string> = (value) => String(value);

const answerShape = fields({
	documentMatches: flag,
	instructionsInText: flag,
	fields: list(
		fields({
			name: text,
			state: oneOf('found', 'absent', 'unreadable', 'ambiguous'),
			value: optional(anyText),
			quote: optional(anyText),
			page: optional(number),
			confidence: number,
			reason: anyText,
		}),
	),
});
type Given = ReturnType<typeof answerShape>['fields'][number];

export interface Pass {
	matches: boolean;
	/** The text addresses a model or a reader of data. */
	flagged: boolean;
	readings: ReadonlyMap<string, Reading>;
	/** What was wrong. A field with a problem counts as not read. */
	problems: string[];
}

export const NOTHING: Reading = {
	state: 'unreadable',
	value: undefined,
	quote: undefined,
	page: undefined,
	confidence: 0,
};

/** An answer of one pass, checked against the schema and the pages it was made from. */
export function checkPass(
	source: string,
	output: JsonSchema | undefined,
	schema: Schema,
	pages: readonly Page[],
): Pass {
	const none = { matches: true, flagged: false, readings: new Map() };
	const validated = validateOutput(source, output);
	if (!('value' in validated)) return { ...none, problems: validated.problems };
	const answer = answerShape(validated.value, 'the answer');
	const asked = schema.fields.map(({ name }) => name).join();
	if (answer.fields.map(({ name }) => name).join() !== asked) {
		return { ...none, problems: ['the answer has other fields than were asked for.'] };
	}
	const readings = new Map<string, Reading>();
	const problems: string[] = [];
	for (const [index, field] of schema.fields.entries()) {
		const given = answer.fields[index];
		if (!given) continue;
		const wrong =
			given.state === 'found' ? sourceProblem(field, given, pages) : emptyProblem(given);
		if (wrong) problems.push(`${field.name}: ${wrong}.`);
		readings.set(field.name, wrong ? NOTHING : readingOf(given));
	}
	return {
		matches: answer.documentMatches,
		flagged: answer.instructionsInText,
		readings,
		problems,
	};
}

function readingOf({ state, value, quote, page, confidence }: Given): Reading {
	return { state, value, quote, page, confidence: state === 'found' ? confidence : 0 };
}

const emptyProblem = ({ value }: Given) =>
	value === undefined ? undefined : 'a value without the state found';

/** What is wrong with a value that claims a source; undefined if the source supports it. */
export function sourceProblem(
	{ type }: Pick<SchemaField, 'type'>,
	{
		value,
		quote,
		page,
		confidence = 1,
	}: Partial<Pick<Given, 'value' | 'quote' | 'page' | 'confidence'>>,
	pages: readonly Page[],
): string | undefined {
	if (value === undefined) return 'found, and no value';
	if (!isOfForm(type, value)) return `the value has not the form of ${type}`;
	if (confidence > 1) return 'a confidence above 1';
	const there = pages.find(({ number: own }) => own === page);
	if (quote === undefined || !there) return 'no quote or no such page';
	if (wordsIn(quote) > MOST_WORDS) return 'a quote that is too long';
	if (!isQuoteOf(quote, there.text)) return `the quote is not on page ${page}`;
	return carries(type, value, quote) ? undefined : 'the quote does not carry the value';
}
