/** The level that answers reach. Apart from the checks, since the page works it out in the browser. */

/** A question, as far as its level goes. */
export interface Asked {
	id: string;
	level: number;
}

/**
 * The level that the answers reach: the highest for which every answer there and below is yes.
 *
 * @example
 * levelOf(questions, ({ level }) => level < 4) // => 3
 */
export function levelOf(questions: readonly Asked[], isYes: (question: Asked) => boolean): number {
	const open = questions.filter((question) => !isYes(question)).map(({ level }) => level);
	const levels = questions.map(({ level }) => level);
	return open.length > 0 ? Math.min(...open) - 1 : Math.max(1, ...levels);
}
