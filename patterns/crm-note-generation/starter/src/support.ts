/**
 * Node verifier: for each line, another model says whether the text supports it, and which promises
 * are missing.
 */
import type { AskChecked } from './ask-checked.ts';
import { type Checked, quoteProblem } from './check.ts';
import { isQuoteOf, validateOutput } from './controls/output-validation.ts';
import { dayWithWeekday, type Material } from './draft.ts';
import { type Line, statementOf } from './lines.ts';
import { fields, list, oneOf, optional, text } from './policy/shape.ts';
import type { JsonSchema } from './prompts/json-schema.ts';
import { promptNamed } from './prompts/prompt-library.ts';
import { Refusal } from './refusal.ts';
import type { Run } from './run/run.ts';
import type { Screen } from './screen.ts';
import type { Services } from './services.ts';

const CHECK = 'check-note-support';

/** `unchecked` is our own word: no model other than the drafting one has checked. */
export type Verdict = 'supported' | 'contradicted' | 'not-stated' | 'unchecked';

const supportShape = fields({
	verdicts: list(
		fields({
			id: text,
			verdict: oneOf('supported', 'contradicted', 'not-stated'),
			evidence: optional(text),
			reason: text,
		}),
	),
	missed: list(fields({ side: oneOf('ours', 'theirs'), what: text, quote: text })),
});
export type Missed = ReturnType<typeof supportShape>['missed'][number];

export interface Support {
	verdicts: ReadonlyMap<string, Verdict>;
	missed: readonly Missed[];
}

/** What is wrong with the answer. A verdict that quotes no words of the text does not count. */
export function checkSupport(
	source: string,
	schema: JsonSchema | undefined,
	lines: readonly Pick<Line, 'id'>[],
	interaction: string,
): Checked<Support> {
	const validated = validateOutput(source, schema);
	if (!('value' in validated)) return { problems: validated.problems };
	const { verdicts, missed } = supportShape(validated.value, 'the answer');
	const problems: string[] = [];
	if (verdicts.map(({ id }) => id).join() !== lines.map(({ id }) => id).join()) {
		problems.push('not one verdict for each line, in their order.');
	}
	for (const { id, verdict, evidence } of verdicts) {
		if (verdict !== 'supported' || isQuoteOf(evidence ?? '', interaction)) continue;
		problems.push(`${id} is called supported by words that are not in the text.`);
	}
	for (const [index, { quote }] of missed.entries()) {
		const problem = quoteProblem(quote, interaction);
		if (problem) problems.push(`the quote of missed ${index + 1} ${problem}.`);
	}
	if (problems.length > 0) return { problems };
	const byId = new Map(verdicts.map(({ id, verdict }): [string, Verdict] => [id, verdict]));
	return { value: { verdicts: byId, missed }, problems: [] };
}

/** A model that misread a sentence defends its reading, so its check of itself does not count. */
const unchecked = ({ missed }: Support): Support => ({ verdicts: new Map(), missed });

export type CheckLines = (
	run: Run,
	lines: readonly Line[],
	material: Material,
	ask: AskChecked,
) => Promise<Support>;

/** @param drafter alias the draft came from */
export function openSupport(services: Services, screen: Screen, drafter: string): CheckLines {
	const prompt = promptNamed(CHECK, services.prompts);
	return async (run, lines, material, ask) => {
		run.at('verifier');
		const safe = screen.lines(run, lines.map(statementOf));
		const statements = lines.map(({ id }, index) => ({ id, text: safe[index] ?? '' }));
		const interactionDate = dayWithWeekday(material.about.date);
		const asked = (model: string) =>
			ask(
				{
					prompt: CHECK,
					model,
					values: { interactionDate, statements, interactionText: material.text },
					asks: 'verifier',
					checks: 'verifier',
					check: (answer) => checkSupport(answer, prompt.output, lines, material.text),
					says: 'There is a verdict for each line, with words of the text to support it.',
				},
				run,
			);
		try {
			if (prompt.model !== drafter) return await asked(prompt.model);
		} catch (error) {
			if (!(error instanceof Refusal) || error.reason !== 'gateway-unavailable') throw error;
			run.changed(
				undefined,
				'The checking model does not answer, so the drafting model checks instead.',
			);
		}
		const support = unchecked(await asked(drafter));
		run.changed(
			'model-version-pinning',
			'The drafting model checked itself, so no line counts as checked.',
		);
		return support;
	};
}
