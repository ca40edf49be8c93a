/**
 * The citation check. If the answer does not fit the schema or the sizes, the model is asked once
 * more. A statement without a source, or with an id that was not given, is dropped before anything
 * else reads it.
 */
import { foreignIds, wordsIn } from './controls/grounding-citations.ts';
import { validateOutput } from './controls/output-validation.ts';
import type { Source } from './find-sources.ts';
import { fields, list, oneOf } from './policy/shape.ts';
import type { JsonSchema } from './prompts/json-schema.ts';

const anyText = (value: unknown) => String(value);
const cited = list(anyText);

/** An answer of the right form. The release rule decides whether it can be shown. */
const answerShape = fields({
	decision: oneOf('answered', 'partial', 'abstain'),
	title: anyText,
	statements: list(fields({ text: anyText, sources: cited })),
	conflicts: list(fields({ about: anyText, sources: cited })),
	missing: list(anyText),
	suspiciousSources: list(anyText),
});
export type Draft = ReturnType<typeof answerShape>;
export type Statement = Draft['statements'][number];

export interface Checked {
	/** Undefined if the answer cannot be read, or has a problem. */
	draft: Draft | undefined;
	/** Statements that cite nothing, or something that was not given. */
	dropped: Statement[];
	problems: string[];
}

const MOST_WORDS = 30;
const MOST_CHARACTERS = 300;

/**
 * What is wrong with an answer from these sources. If nothing is, its statements can be checked.
 */
export function checkAnswer(
	source: string,
	schema: JsonSchema | undefined,
	sources: readonly Source[],
	mostStatements: number,
): Checked {
	const validated = validateOutput(source, schema);
	if (!('value' in validated)) {
		return { draft: undefined, dropped: [], problems: validated.problems };
	}
	const answer = answerShape(validated.value, 'the answer');
	const problems = [
		...decisionProblems(answer),
		...sizeProblems(answer, mostStatements),
		...conflictProblems(answer, sources),
	];
	if (problems.length > 0) return { draft: undefined, dropped: [], problems };
	const isCited = (one: Statement) =>
		one.sources.length > 0 && foreignIds(one.sources, sources).length === 0;
	const statements = answer.statements.filter(isCited);
	// An id that the model made up is free text, and free text stays off spans and alerts.
	const suspicious = answer.suspiciousSources.filter((id) => sources.some((one) => one.id === id));
	return {
		draft: { ...answer, statements, suspiciousSources: [...new Set(suspicious)] },
		dropped: answer.statements.filter((one) => !isCited(one)),
		problems,
	};
}

/** If a decision contradicts its own content, it was not thought through, whatever it says. */
function decisionProblems({ decision, statements, conflicts, missing }: Draft): string[] {
	const holds = statements.length + conflicts.length > 0;
	if (decision === 'abstain') return holds ? ['an abstention with statements or conflicts.'] : [];
	if (decision === 'partial') return holds ? [] : ['a partial answer that holds nothing.'];
	const problems = statements.length === 0 ? ['an answer without a statement.'] : [];
	return missing.length > 0 ? [...problems, 'a full answer with parts missing.'] : problems;
}

function sizeProblems({ title, statements, missing, conflicts }: Draft, most: number): string[] {
	const problems: string[] = [];
	if (statements.length > most) {
		problems.push(`${statements.length} statements; ${most} are allowed.`);
	}
	const texts = [title, ...statements.map(({ text }) => text), ...missing];
	const long = [...texts, ...conflicts.map(({ about }) => about)].filter(
		(text) => wordsIn(text) > MOST_WORDS || text.length > MOST_CHARACTERS,
	);
	if (long.length > 0) problems.push(`${long.length} texts of more than ${MOST_WORDS} words.`);
	return problems;
}

function conflictProblems({ conflicts }: Draft, sources: readonly Source[]): string[] {
	return conflicts.flatMap(({ sources: ids }) => {
		if (foreignIds(ids, sources).length > 0)
			return ['a conflict with a source that was not given.'];
		return new Set(ids).size < 2 ? ['a conflict between fewer than two sources.'] : [];
	});
}
