/**
 * The output check: schema, quotes word for word, listed opportunity and outcome, and the day of
 * each commitment.
 */
import { wordsIn } from './controls/grounding-citations.ts';
import { isQuoteOf, validateOutput } from './controls/output-validation.ts';
import { dayGivenBy } from './dates.ts';
import { type Draft, draftShape, type Material } from './draft.ts';
import type { JsonSchema } from './prompts/json-schema.ts';

/** A shorter quote could be found in any text. */
const QUOTE_WORDS = { least: 3, most: 30 };
const MOST_LINES = 8;
const SUMMARY_WORDS = 60;

/** An answer that may be used, or what is wrong with it. */
export type Checked<Value> = { value: Value; problems: [] } | { problems: string[] };

/** What is wrong with a drafted note. If nothing is, it can go to the support check. */
export function checkDraft(
	source: string,
	schema: JsonSchema | undefined,
	material: Material,
): Checked<Draft> {
	const validated = validateOutput(source, schema);
	if (!('value' in validated)) return { problems: validated.problems };
	const answer = draftShape(validated.value, 'the answer');
	const commitments = answer.commitments.map((one) => ({
		...one,
		due: dayGivenBy(one.dueWords ?? '', material.about.date),
	}));
	const draft = { ...answer, commitments };
	const problems = draft.status === 'abstain' ? abstention(draft) : noted(draft, material);
	return problems.length > 0 ? { problems } : { value: draft, problems: [] };
}

function noted(draft: Draft, { text, account }: Material): string[] {
	const { facts, commitments, summary, outcome, opportunityId } = draft;
	const problems: string[] = [];
	const quoted = [
		...facts.map(({ quote }, index) => [`fact ${index + 1}`, quote] as const),
		...commitments.map(({ quote }, index) => [`commitment ${index + 1}`, quote] as const),
	];
	for (const [line, quote] of quoted) {
		const problem = quoteProblem(quote, text);
		if (problem) problems.push(`the quote of ${line} ${problem}.`);
	}
	for (const { dueWords } of commitments) {
		if (dueWords === undefined || isQuoteOf(dueWords, text)) continue;
		problems.push('words about time that are not in the text.');
	}
	if (quoted.length === 0) problems.push('a note without a line.');
	if (facts.length > MOST_LINES || commitments.length > MOST_LINES) {
		problems.push(`more than ${MOST_LINES} facts or commitments.`);
	}
	if (wordsIn(summary) > SUMMARY_WORDS) problems.push(`a summary of ${wordsIn(summary)} words.`);
	if (draft.abstainReason !== undefined) problems.push('a note with a reason to abstain.');
	if (!account.outcomes.includes(outcome)) problems.push('an outcome the CRM does not list.');
	if (
		opportunityId !== undefined &&
		!account.openOpportunities.some(({ id }) => id === opportunityId)
	) {
		problems.push('an opportunity that is not on the list.');
	}
	return problems;
}

/** Why a quote does not support its line, or undefined. */
export function quoteProblem(quote: string, source: string): string | undefined {
	if (!isQuoteOf(quote, source)) return 'is not in the text';
	const count = wordsIn(quote);
	if (count >= QUOTE_WORDS.least && count <= QUOTE_WORDS.most) return undefined;
	return `has ${count} words, not ${QUOTE_WORDS.least} to ${QUOTE_WORDS.most}`;
}

/** With half a note, an abstention would be a note that nobody checked. */
function abstention({ abstainReason, facts, commitments, summary, outcome }: Draft): string[] {
	const problems: string[] = [];
	if (abstainReason === undefined) problems.push('an abstention without its reason.');
	if (facts.length + commitments.length > 0 || summary !== '' || outcome !== 'unclear') {
		problems.push('an abstention with a note.');
	}
	return problems;
}
