/** Whether two names are of one person. */

/**
 * The same name or the same email address, however it is written.
 *
 * @example
 * isSamePerson('Ada Example <ada@host.example>', 'ada example') // => true
 */
export function isSamePerson(a: string, b: string): boolean {
	const known = new Set(marksOf(a));
	return marksOf(b).some((mark) => known.has(mark));
}

const marksOf = (signature: string): string[] =>
	signature
		.split(/[<>]/)
		.map((part) => part.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase())
		.filter((part) => part !== '');
