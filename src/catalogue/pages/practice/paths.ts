/** Where the exercises are. */

/** The way in: each role with what it practises. */
export const PRACTICE = '/practice/';

/** The exercises of a pattern, or one kind of them. */
export const practicePath = (pattern: string, exercise?: string): string =>
	`/patterns/${pattern}/practice/${exercise ? `#${exercise}` : ''}`;
