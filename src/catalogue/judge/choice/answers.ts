/** Answers as the address of a page, as a pattern gives them, and as the policy reads them. */
import type { Exposure } from '#schemas/exposure.ts';
import { technique as techniques } from '#schemas/vocabularies.ts';
import type { Exposed } from '../tier.ts';
import { type Answers, NO, type QuestionId, questionIds, questionOf, YES } from './questions.ts';

export interface ReadAnswers {
	answers: Answers;
	/** What the address says and no question knows, as "name=value". */
	unknown: string[];
}

/**
 * The answers in the query of an address. A value that no question offers is told, not guessed.
 *
 * @example
 * answersFrom('?data=internal&reach=moon') // => { answers: { data: 'internal' }, unknown: ['reach=moon'] }
 */
export function answersFrom(query: string): ReadAnswers {
	const answers: Partial<Record<QuestionId, string>> = {};
	const unknown: string[] = [];
	for (const [name, value] of new URLSearchParams(query)) {
		const id = questionIds.find((one) => one === name);
		const known = id && questionOf(id).options.some((option) => option.value === value);
		if (known) answers[id] = value;
		else unknown.push(`${name}=${value}`);
	}
	return { answers, unknown };
}

/** The answers as a query, in the order of the questions; empty without an answer. */
export function queryOf(answers: Answers): string {
	const given = questionIds.flatMap((id) => {
		const value = answers[id];
		return value === undefined ? [] : [[id, value]];
	});
	return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}

/** Where the page takes the answers of a pattern, instead of naming each one. */
const FROM = 'pattern';

/**
 * The query that starts the page from the answers of a pattern.
 *
 * @example
 * fromPattern('knowledge-summary') // => '?pattern=knowledge-summary'
 */
export const fromPattern = (id: string): string => `?${new URLSearchParams({ [FROM]: id })}`;

/** The pattern that a query starts from, where it names one; an id is never a way to elsewhere. */
export function patternIn(query: string): string | undefined {
	const id = new URLSearchParams(query).get(FROM);
	return id !== null && /^[a-z0-9-]+$/.test(id) ? id : undefined;
}

/** The answers that a pattern gives, to start from. */
export function answersOf({ exposure, techniques: used }: Exposed): Answers {
	const given = Object.entries({ annexIII: 'none', ...exposure }).map(([id, value]) => [
		id,
		typeof value === 'boolean' ? (value ? YES : NO) : value,
	]);
	const technical = techniques.values.map((one) => [one, used.includes(one) ? YES : NO]);
	return Object.fromEntries([...technical, ...given]);
}

/** Answers that are not about the exposure: they decide whether to use AI, and how. */
const OTHERS = new Set<string>(['task', 'problem', ...techniques.values]);

/** The answers as the policy reads them. What is not answered is not there. */
export function exposedBy(answers: Answers): Exposed {
	const given = Object.entries(answers).filter(
		([id, value]) => !OTHERS.has(id) && !(id === 'annexIII' && value === 'none'),
	);
	const read = given.map(([id, value]) => [
		id,
		value === YES ? true : value === NO ? false : value,
	]);
	return {
		// Each value is one that its question offers, and so one that the exposure takes.
		exposure: Object.fromEntries(read) as Partial<Exposure>,
		techniques: techniques.values.filter((one) => answers[one] === YES),
	};
}
