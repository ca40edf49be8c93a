/**
 * Node settle: a third call, only for the fields where the passes differ. What it decides stays
 * open for the reviewer. What it cannot show in the document is left unresolved.
 */
import type { Page, Reading } from './capture.ts';
import { NOTHING, sourceProblem } from './check.ts';
import { toRetry, validateOutput } from './controls/output-validation.ts';
import { askModel } from './gateway/ask-model.ts';
import { documentText } from './passes.ts';
import { fields, list, number, oneOf, optional, type Shape, text } from './policy/shape.ts';
import type { JsonSchema } from './prompts/json-schema.ts';
import { promptNamed } from './prompts/prompt-library.ts';
import { digestOf } from './prompts/read-prompt.ts';
import type { Run } from './run/run.ts';
import type { Schema, SchemaField } from './schemas.ts';
import type { Services } from './services.ts';

const PROMPT = 'reconcile-extractions';
/** As many as the prompt takes. If there are more, the passes did not read the same document. */
const MOST = 20;
const MOST_LETTERS = 400;

export interface Differing {
	field: SchemaField;
	first: Reading;
	second: Reading;
}

/** A decided field, or none if nobody was able to decide. */
export type Decisions = ReadonlyMap<string, Reading | undefined>;

const anyText: Shape<string> = (value) => String(value);
const answerShape = fields({
	decisions: list(
		fields({
			name: text,
			choice: oneOf('a', 'b', 'neither', 'unresolved'),
			value: optional(anyText),
			quote: optional(anyText),
			page: optional(number),
			reason: anyText,
		}),
	),
});
type Decision = ReturnType<typeof answerShape>['decisions'][number];

/**
 * Whether the first pass is shown as A. This is drawn for each field, because a model favours the
 * first candidate. It is drawn from digests, so that the trace can later say which was which.
 */
export const firstIsA = (document: string, field: string): boolean =>
	Number.parseInt(digestOf(`${document} ${field}`).slice(0, 2), 16) % 2 === 0;

export function openSettle(
	services: Services,
	model: string,
	repairs: number,
	/** Removes marks of the prompt from what a model wrote. */
	clean: (source: string) => string,
) {
	const short = (source: string | undefined) => clean(source ?? 'null').slice(0, MOST_LETTERS);
	const entryOf = (document: string, { field, first, second }: Differing) => {
		const [a, b] = firstIsA(document, field.name) ? [first, second] : [second, first];
		const { name, type, description } = field;
		const candidates = { valueA: short(a.value), quoteA: short(a.quote) };
		return {
			name,
			type,
			description,
			...candidates,
			valueB: short(b.value),
			quoteB: short(b.quote),
		};
	};
	return async (
		run: Run,
		document: string,
		schema: Schema,
		differing: readonly Differing[],
		pages: readonly Page[],
	): Promise<Decisions> => {
		run.at('settle');
		const none = new Map<string, undefined>(differing.map(({ field }) => [field.name, undefined]));
		if (differing.length === 0 || differing.length > MOST) return none;
		const { output } = promptNamed(PROMPT, services.prompts);
		const values = {
			documentType: schema.title,
			fields: differing.map((one) => entryOf(document, one)),
			documentText: documentText(pages),
		};
		let lastProblems: string[] | undefined;
		for (let attempt = 0; attempt <= repairs; attempt += 1) {
			const question = { prompt: PROMPT, values: { ...values, lastProblems }, model };
			const answer = await askModel(question, run, services);
			const { decisions, problems } = checkDecisions(
				answer.text,
				output,
				document,
				differing,
				pages,
			);
			if (problems.length === 0) {
				run.passed('output-validation', 'The document supports each decision.');
				return decisions;
			}
			lastProblems = toRetry(problems);
			const left = attempt < repairs ? 'Asked once more.' : 'Left unresolved.';
			run.changed('output-validation', `${problems.join(' ')} ${left}`);
			if (attempt >= repairs) return decisions;
		}
		return none;
	};
}

/** The decisions that passed. A field with a problem is unresolved. */
export function checkDecisions(
	source: string,
	output: JsonSchema | undefined,
	document: string,
	differing: readonly Differing[],
	pages: readonly Page[],
): { decisions: Decisions; problems: string[] } {
	const decisions = new Map<string, Reading | undefined>(
		differing.map(({ field }) => [field.name, undefined]),
	);
	const validated = validateOutput(source, output);
	if (!('value' in validated)) return { decisions, problems: validated.problems };
	const answer = answerShape(validated.value, 'the answer').decisions;
	const asked = differing.map(({ field }) => field.name).join();
	if (answer.map(({ name }) => name).join() !== asked) {
		return { decisions, problems: ['the answer decides other fields than were asked for.'] };
	}
	const problems: string[] = [];
	for (const [index, one] of differing.entries()) {
		const decision = answer[index];
		if (!decision || decision.choice === 'unresolved') continue;
		const problem = decisionProblem(decision, one, firstIsA(document, one.field.name), pages);
		if (problem) problems.push(`${one.field.name}: ${problem}.`);
		else decisions.set(one.field.name, readingOf(decision));
	}
	return { decisions, problems };
}

function decisionProblem(
	{ choice, value, quote, page }: Decision,
	{ field, first, second }: Differing,
	isFirstA: boolean,
	pages: readonly Page[],
): string | undefined {
	const chosen = (choice === 'a') === isFirstA ? first : second;
	if (choice !== 'neither' && chosen.value !== value)
		return `it chose ${choice} and says another value`;
	const isOld = value === first.value || value === second.value;
	if (choice === 'neither' && isOld) return 'it chose neither and says a value of one';
	if (value !== undefined) return sourceProblem(field, { value, quote, page }, pages);
	return quote === undefined ? undefined : 'no value, and a quote for it';
}

const readingOf = ({ value, quote, page }: Decision): Reading =>
	value === undefined
		? { ...NOTHING, state: 'absent' }
		: { state: 'found', value, quote, page, confidence: 0 };
