/**
 * Patterns from policy files and names: compiled with a clear message, or matched word for word.
 */
import { SetupError } from '../refusal.ts';

/**
 * @throws SetupError that names the place, so that a mistake in a rule stops the start, not an item
 */
export function compilePattern(pattern: string, flags: string, place: string): RegExp {
	try {
		return new RegExp(pattern, flags);
	} catch {
		throw new SetupError(`The pattern of ${place} does not compile.`, 'Fix it there.');
	}
}

/**
 * A text as a pattern that matches it and nothing else. A hyphen stays as it is: outside of brackets
 * it means nothing, and with the flag u an escaped one does not compile.
 *
 * @example
 * literal('e-bike (no. 1)') // => 'e-bike \\(no\\. 1\\)'
 */
export const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
