/** Text that others wrote, made safe to stand in a comment on GitHub or GitLab. */
import { showHidden } from '#schemas/hidden.ts';

/**
 * Parts a word that a code host would turn into a link, a mention or a picture; has no width. It is
 * written as an entity, and stands in for itself as a character of no use until the end.
 */
const PART = '\u{f8ff}';
const PART_ENTITY = '&#8203;';

/**
 * One line of plain text as Markdown: nothing in it is markup, a link, a mention, a reference to
 * another issue, or a command of the host.
 *
 * @example
 * escapeMarkdown('*@all*') // => '\\*@&#8203;all\\*'
 */
export function escapeMarkdown(text: string): string {
	return (
		plainLine(text.replaceAll(PART, ''))
			.replace(/&/g, '&amp;')
			.replace(/</g, '&lt;')
			.replace(/>/g, '&gt;')
			.replace(/[\\`*_[\]|~$]/g, '\\$&')
			// At the start of a line these make a heading, a list, a quote, or a command of GitLab.
			.replace(/^(?=#+ |[+\-=/]|\d+[.)])/, PART)
			// Mentions, milestones and labels; then references to issues and merge requests.
			.replace(/[@%~](?=[\w"-])/g, `$&${PART}`)
			.replace(/[#!](?=\d)|&amp;(?=\d)|\bGH-(?=\d)/gi, `$&${PART}`)
			// Addresses that would become links of themselves, and :emoji: names.
			.replace(/:(?=\/\/|[\w+-]+:)/g, `:${PART}`)
			.replace(/\bwww\./gi, `www${PART}.`)
			.replaceAll(PART, PART_ENTITY)
	);
}

/** A line of text for a fenced block, where nothing but its end has a meaning. */
export function plainLine(text: string): string {
	return showHidden(text.replace(/[\s\u2028\u2029]+/g, ' ')).trim();
}

/** A fence longer than any run of backticks in the lines. */
export function fenceFor(lines: readonly string[]): string {
	const runs = lines.flatMap((line) => line.match(/`+/g) ?? []).map(({ length }) => length);
	return '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
}

/** Text as code in a line, whatever backticks it holds. */
export function inlineCode(text: string): string {
	const line = plainLine(text);
	const runs = (line.match(/`+/g) ?? []).map(({ length }) => length);
	const fence = '`'.repeat(Math.max(1, ...runs.map((length) => length + 1)));
	const space = /^`|`$/.test(line) ? ' ' : '';
	return `${fence}${space}${line}${space}${fence}`;
}

/** A path as the address of a link, which nothing in it can end. */
export function linkTarget(path: string): string {
	return encodeURI(path).replace(
		/[()<>'"#?@]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}
