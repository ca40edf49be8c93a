/** Finds words that a list says to avoid. */

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
		keys: keysOf(pattern),
		allowed: allow.map((right) => new RegExp(right, 'giu')),
	}));
	return (text) => {
		const lower = text.toLowerCase();
		const hits: Hit[] = [];
		for (const { form, better, keys, allowed } of known) {
			if (keys && !keys.some((key) => lower.includes(key))) continue;
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

/**
 * Letters of which a match has one, so that most expressions are never run; undefined where that
 * cannot be told. A hundred expressions on every text of a large catalogue take too long.
 */
function keysOf(pattern: string): string[] | undefined {
	let depth = 0;
	let level = '';
	// What stands in a group may be missing or differ, so only what stands outside counts.
	for (const part of pattern.match(/\\.|\[[^\]]*\]|\{[^}]*\}|./gu) ?? []) {
		if (part === '(') depth++;
		if (depth === 0) level += /^[a-z ]$/i.test(part) ? part : part === '|' ? '|' : cut(part);
		if (part === ')') {
			depth--;
			if (depth === 0) level += '#';
		}
	}
	const keys = level.split('|').map((one) => {
		const runs = one.replace(/[a-z ](?=[?*])/gi, '#').split(/[^a-z ]+/i);
		return runs.sort((a, b) => b.length - a.length)[0]?.toLowerCase() ?? '';
	});
	return keys.every((key) => key.length >= 3) ? keys : undefined;
}

/** What is no letter ends a run; what makes the letter before it optional stays for its check. */
const cut = (part: string) => (/^(?:[?*]|\{0)/.test(part) ? '?' : '#');
