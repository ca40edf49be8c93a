/** The output check: schema, a queue of the current list, and a quote that is in the request. */
import { isQuoteOf, validateOutput } from './controls/output-validation.ts';
import { fields, flag, number, optional, text } from './policy/shape.ts';
import type { JsonSchema } from './prompts/json-schema.ts';

/** An answer of the right form. The router decides whether it can be used. */
const answerShape = fields({
	decision: text,
	queue: optional(text),
	secondChoice: optional(text),
	confidence: number,
	quote: (value: unknown) => String(value),
	abstainReason: optional(text),
	suspicious: flag,
});
export type Answer = ReturnType<typeof answerShape>;

export interface Checked {
	/** Undefined if the answer cannot be read at all. */
	answer: Answer | undefined;
	problems: string[];
}

export interface Asked {
	title: string;
	text: string;
	queues: readonly { id: string }[];
}

/** What is wrong with an answer to this request. If nothing is, it can be used. */
export function checkAnswer(
	source: string,
	schema: JsonSchema | undefined,
	{ title, text: body, queues }: Asked,
): Checked {
	const validated = validateOutput(source, schema);
	if (!('value' in validated)) return { answer: undefined, problems: validated.problems };
	const answer = answerShape(validated.value, 'the answer');
	const { decision, queue, secondChoice, confidence, quote, abstainReason } = answer;
	const problems = [queue, secondChoice]
		.filter((id) => id !== undefined && !queues.some((known) => known.id === id))
		.map((id) => `queue "${id?.slice(0, 40)}" is not in policy/queues.yaml.`);
	if (confidence > 1) problems.push(`confidence is ${confidence}, above 1.`);
	if (decision === 'abstain') {
		if (abstainReason === undefined) problems.push('an abstention without its reason.');
		if (queue !== undefined) problems.push('an abstention with a queue.');
		return { answer, problems };
	}
	if (queue === undefined) problems.push('a route without its queue.');
	if (!isQuoteOf(quote, title, body)) problems.push('the quote is not in the request.');
	return { answer, problems };
}
