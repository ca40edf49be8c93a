/** The output check: schema, queue, priority, and a quote that is in the case word for word. */
import { isQuoteOf, validateOutput } from './controls/output-validation.ts';
import { fields, flag, number, optional, text } from './policy/shape.ts';
import type { JsonSchema } from './prompts/json-schema.ts';

/** An answer of the right form. The router decides whether it can be used. */
const answerShape = fields({
	decision: text,
	queue: optional(text),
	category: optional(text),
	priority: optional(number),
	confidence: number,
	quote: (value: unknown) => String(value),
	reason: (value: unknown) => String(value),
	abstainReason: optional(text),
	suspicious: flag,
});
export type Answer = ReturnType<typeof answerShape>;

export interface Label {
	queue: string;
	category: string;
	priority: number;
}

export interface Checked {
	/** Undefined if the answer cannot be read at all. */
	answer: Answer | undefined;
	/** Undefined for an abstention and for an answer with problems. */
	label: Label | undefined;
	quoteFound: boolean;
	problems: string[];
}

export interface Case {
	subject: string;
	body: string;
	queues: readonly { id: string }[];
}

/** What is wrong with an answer to this case. If nothing is, it can be used. */
export function checkAnswer(
	source: string,
	schema: JsonSchema | undefined,
	{ subject, body, queues }: Case,
): Checked {
	const validated = validateOutput(source, schema);
	if (!('value' in validated)) {
		return { answer: undefined, label: undefined, quoteFound: false, problems: validated.problems };
	}
	const answer = answerShape(validated.value, 'the answer');
	const quoteFound = isQuoteOf(answer.quote, subject, body);
	const problems = answer.decision === 'abstain' ? abstention(answer) : labelled(answer);
	if (answer.confidence > 1) problems.push(`confidence is ${answer.confidence}, above 1.`);
	const { queue, category, priority } = answer;
	if (answer.decision === 'abstain') return { answer, label: undefined, quoteFound, problems };
	if (queue !== undefined && !queues.some(({ id }) => id === queue)) {
		problems.push(`queue "${queue.slice(0, 40)}" is not in policy/queues.yaml.`);
	}
	if (!quoteFound) problems.push('the quote is not in the case.');
	const label =
		problems.length === 0 && queue !== undefined && category !== undefined && priority !== undefined
			? { queue, category, priority }
			: undefined;
	return { answer, label, quoteFound, problems };
}

function labelled({ queue, category, priority }: Answer): string[] {
	const missing = Object.entries({ queue, category, priority })
		.filter(([, value]) => value === undefined)
		.map(([name]) => `a label without ${name}.`);
	const outside = priority !== undefined && (priority < 1 || priority > 4);
	return outside ? [...missing, `priority is ${priority}, not from 1 to 4.`] : missing;
}

/** With half a label, an abstention would be a label that nobody checked. */
function abstention({ queue, priority, abstainReason }: Answer): string[] {
	const problems: string[] = [];
	if (abstainReason === undefined) problems.push('an abstention without its reason.');
	if (queue !== undefined || priority !== undefined) problems.push('an abstention with a label.');
	return problems;
}
