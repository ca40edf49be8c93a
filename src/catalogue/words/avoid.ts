/** Finds words that a list says to avoid. */
import { literalsOf } from './literals.ts';
import { seekerOf } from './seek.ts';

/** Words to avoid, as a list gives them. */
export interface Avoided {
	pattern: string;
	better: string;
	/** Expressions in which the words are right. */
	allow: readonly string[];
}

/** Words that were found. */
export interface Hit {
	text: string;
	index: number;
	better: string;
}

/**
 * Reads a list once and finds its words in any text; of two that overlap, the first of the list.
 *
 * @example
 * finderOf([{ pattern: 'mails?', better: 'email', allow: ['mail server'] }])('Our mail server mails.')
 * // => [{ text: 'mails', index: 16, better: 'email' }]
 */
export function finderOf(list: readonly Avoided[]): (text: string) => Hit[] {
	const known = list.map(({ pattern, better, allow }) => ({
		form: new RegExp(pattern, 'giu'),
		better,
		allowed: allow.map((right) => new RegExp(right, 'giu')),
	}));
	const seek = seekerOf(known, ({ form }) => literalsOf(form.source));
	return (text) => {
		const hits: Hit[] = [];
		for (const { form, better, allowed } of seek(text)) {
			for (const { 0: found, index } of text.matchAll(form)) {
				const overlaps = (at: number, length: number) =>
					at < index + found.length && index < at + length;
				if (hits.some((hit) => overlaps(hit.index, hit.text.length))) continue;
				const isRight = allowed.some((right) =>
					[...text.matchAll(right)].some((match) => overlaps(match.index, match[0].length)),
				);
				if (!isRight) hits.push({ text: found, index, better });
			}
		}
		return hits.sort((a, b) => a.index - b.index);
	};
}
