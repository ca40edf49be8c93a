/** Something in a text that must not leave the place it belongs to, named without being repeated. */

export interface Leak {
	/** What it is, in words that follow "holds": "a GitHub Token". */
	what: string;
	/** Enough of it to find it, never all of it. */
	shown: string;
	/** What to do about it. */
	fix: string;
	/** `credential` and `person` count everywhere; hosts only where text is copied out. */
	kind: 'credential' | 'person' | 'host' | 'inside-host';
	/** The name of the host, for one that a list may allow. */
	host?: string;
	/** Where it starts in the text, in UTF-16 units from 0. */
	index: number;
}

/**
 * The first characters of a value and its length, so that a build log does not spread it.
 *
 * @example
 * masked('ghp_0123456789') // => '"gh..." (14 characters)'
 */
export function masked(value: string): string {
	const head = [...value].slice(0, Math.min(4, Math.floor(value.length / 6))).join('');
	return `"${head.replace(/\s+/g, ' ')}..." (${value.length} characters)`;
}

/** Line and column of an index, 1-based, as editors count. */
export function placeAt(text: string, index: number): { line: number; column: number } {
	const before = text.slice(0, index);
	const start = before.lastIndexOf('\n') + 1;
	return { line: before.split('\n').length, column: index - start + 1 };
}
