/** Text that stays as it is in a file whose reader fills templates. */

/** A closing brace too, for `#}` alone is a broken comment; the others are signs YAML does not take. */
const SIGNS = /[{}\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
const TEXTS = /"(?:[^"\\]|\\.)*"/g;

/**
 * JSON that means the same and holds no mark of a template: within texts, braces are written as
 * their numbers. Promptfoo replaces `{{ env.NAME }}` anywhere in a file when it loads it, so a text of a
 * test case could otherwise read a secret of whoever runs it.
 *
 * @example
 * inertJson({ say: '{{name}}' }) // => '{"say":"\\u007b\\u007bname\\u007d\\u007d"}'
 */
export function inertJson(value: unknown): string {
	return JSON.stringify(value).replace(TEXTS, (text) =>
		text.replace(SIGNS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
	);
}

/** A text for a person to read, with a gap where a template would open. */
export function inertText(text: string): string {
	return text.replace(/\{(?=[{%#])/g, '{ ');
}

/**
 * A pattern that matches this very text. It holds no brace and no scheme that a reader of the file
 * would follow, such as `file:`.
 *
 * @example
 * literalPattern('{a}') // => '\\x7ba\\x7d'
 */
export function literalPattern(text: string): string {
	return text.replace(
		/[!-/:-@[-`{-~]/g,
		(sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
	);
}
