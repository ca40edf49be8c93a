/** Finds addresses by their "://", which few texts hold, instead of at every letter of a text. */

/** The longest name of a scheme that an expression here knows, such as https. */
const LONGEST_SCHEME = 21;

/**
 * Every match of an expression that starts with the letters of a scheme and "://", as `matchAll`
 * finds them.
 *
 * @param form with the flag `y`, so that it is tried at one place
 */
export function* addressesIn(text: string, form: RegExp): Generator<RegExpExecArray> {
	let next = 0;
	for (let mark = text.indexOf('://'); mark !== -1; mark = text.indexOf('://', mark + 3)) {
		for (let at = Math.max(next, mark - LONGEST_SCHEME); at < mark; at += 1) {
			form.lastIndex = at;
			const match = form.exec(text);
			if (!match) continue;
			yield match;
			next = match.index + match[0].length;
			break;
		}
	}
}
