/** What the maturity check shows of its levels and questions. Apart from what makes it, as blocks name it too. */

export interface MaturityQuestion {
	/** From 1, over all levels. */
	number: number;
	id: string;
	text: string;
	/** What the catalogue answers; undefined where the reader must answer. */
	answer: { yes: boolean; says: string; path: string } | undefined;
	/** What to do if the answer is no. */
	next: string;
	who: string;
	effort: string;
}

export interface MaturityLevel {
	number: number;
	name: string;
	means: string;
	questions: readonly MaturityQuestion[];
}

export interface MaturityView {
	levels: readonly MaturityLevel[];
	/** Level while every question of the reader is "Not sure". */
	level: number;
}

/** Where the answers of the reader are in the address: after the #, which no browser sends. */
export const ANSWERS = 'a';
export const answers = ['yes', 'no', 'unsure'] as const;
export type ReaderAnswer = (typeof answers)[number];

/**
 * The answers in the part of an address after the #. What is not a question, or not an answer, is
 * left out: an address can come from anywhere.
 *
 * @example
 * readAnswers('#a=intake.yes,board.no', ['intake']) // => Map { 'intake' => 'yes' }
 */
export function readAnswers(hash: string, ids: readonly string[]): Map<string, ReaderAnswer> {
	const said = new URLSearchParams(hash.replace(/^#/, '')).get(ANSWERS) ?? '';
	const known = new Set(ids);
	const found = new Map<string, ReaderAnswer>();
	for (const part of said.split(',')) {
		const [id = '', value = ''] = part.split('.');
		const answer = answers.find((one) => one === value);
		if (known.has(id) && answer) found.set(id, answer);
	}
	return found;
}

/** The same the other way; "Not sure" needs no room. Empty where nothing is answered. */
export function writeAnswers(given: ReadonlyMap<string, ReaderAnswer>): string {
	const said = [...given].filter(([, answer]) => answer !== 'unsure');
	return said.length === 0 ? '' : `#${ANSWERS}=${said.map((pair) => pair.join('.')).join(',')}`;
}
