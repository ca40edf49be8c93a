/**
 * Markdown that cannot be broken by what it holds.
 *
 * A plain text is always content: it is escaped wherever it stands. Only what the functions of this
 * module have made is Markdown, so nobody has to remember which text has been escaped.
 */
import { fenceFor, inlineCode, linkTarget, plainLine } from '../../words/escape-markdown.ts';

/** Finished Markdown: one line of it, or whole blocks. */
export interface Markdown {
	readonly markdown: string;
}

/** Plain text, which is escaped, or Markdown, which stands as it is. */
export type Inline = string | number | Markdown;

/** What may be left out; blocks and cells drop it. */
export type Maybe<Value> = Value | undefined | false | '';

const made = (markdown: string): Markdown => ({ markdown });

/**
 * One line of plain text as Markdown: nothing in it is markup.
 *
 * Addresses stay readable and may become links of themselves; a document of our own, unlike a
 * comment at a code host, has no mentions or commands to keep from working.
 *
 * @example
 * escapeText('a | *b*') // => 'a \\| \\*b\\*'
 */
export function escapeText(text: string): string {
	// Most texts are words; to look for each sign in each of them costs more than all else of a line.
	if (WORDS.test(text)) return text;
	return (
		plainLine(text)
			.replace(/[\\`*[\]|~<]/g, '\\$&')
			// Inside a word an underscore means nothing, and identifiers are full of them.
			.replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
			.replace(/&(?=#?\w+;)/g, '\\&')
			// At the start of a line these make a heading, a list, a quote or a rule.
			.replace(/^(?=[#+\-=>])/, '\\')
			.replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\')
			// A heading drops the signs it ends with.
			.replace(/(?<!\\)#$/, '\\#')
	);
}

/** Words and numbers between single spaces, with signs that mean nothing in Markdown. */
const WORDS =
	/^(?!\d+[.)])[a-z0-9"'(\u2019\u201c€](?:[a-z0-9"'()/,.:;?!%\u00b7\u2013\u2019\u201c\u201d\u2026€-]| (?! |$))*$/i;

/** The Markdown of a value. */
export const show = (value: Inline): string =>
	typeof value === 'object' ? value.markdown : escapeText(String(value));

const shown = (value: Maybe<Inline>): string => (isGiven(value) ? show(value) : '');

/**
 * A line with values in it, each escaped unless it is Markdown already.
 *
 * @example
 * md`**Owner:** ${'a*b'}`.markdown // => '**Owner:** a\\*b'
 */
export function md(parts: TemplateStringsArray, ...values: Maybe<Inline>[]): Markdown {
	return made(parts.reduce((text, part, at) => text + shown(values[at - 1]) + part));
}

/**
 * An identifier or a value of a machine. A pipe would end the cell of a table even inside code, so a
 * text with one stays text.
 */
export function code(text: string): Markdown {
	return made(text.includes('|') || plainLine(text) === '' ? escapeText(text) : inlineCode(text));
}

/** A link to a full address. */
export const link = (title: Inline, address: string): Markdown =>
	made(`[${show(title)}](${targetOf(address)})`);

/** A picture, with what it says to those who cannot see it. */
export const image = (alt: Inline, address: string): Markdown =>
	made(`![${show(alt)}](${linkTarget(address)})`);

/** Path, query and fragment, each so that nothing in it can end the link or start another part. */
function targetOf(address: string): string {
	const [, path = '', query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(address) ?? [];
	return [
		linkTarget(path),
		...(query === undefined ? [] : ['?', linkTarget(query)]),
		...(fragment === undefined ? [] : ['#', linkTarget(fragment)]),
	].join('');
}

/** A full address that stands for itself. */
export const bare = (address: string): Markdown => made(`<${linkTarget(address)}>`);

/** Values in one line. */
export const joined = (values: readonly Maybe<Inline>[], by = ', '): Markdown =>
	made(values.filter(isGiven).map(show).filter(Boolean).join(by));

/** Blocks in order, one empty line between them. */
export const blocks = (...parts: Maybe<Inline>[]): Markdown => joined(parts, '\n\n');

/** A heading of a level from 1 to 6. */
export const heading = (level: number, title: Inline): Markdown =>
	made(`${'#'.repeat(Math.min(level, 6))} ${show(title)}`);

/** A list; an item may hold further blocks. Nothing where there is no item. */
export function list(items: readonly Maybe<Inline>[], ordered = false): Markdown {
	const given = items.filter(isGiven).map(show).filter(Boolean);
	return made(
		given
			.map((item, at) => {
				const mark = ordered ? `${at + 1}. ` : '- ';
				return mark + item.replaceAll('\n', `\n${' '.repeat(mark.length)}`);
			})
			.join('\n'),
	);
}

/** Labelled values as a list; a pair without a value is left out. */
export const pairs = (values: readonly (readonly [Inline, Maybe<Inline>])[]): Markdown =>
	list(
		values.map(([name, value]) => isGiven(value) && show(value) && md`${labelled(name)} ${value}`),
	);

/** A label in bold, on one line. One that marks its own strong words keeps them: `****` is text. */
function labelled(name: Inline): Markdown {
	const label = show(name).replace(/\s*\n\s*/g, ', ');
	return made(label.includes('**') ? `${label}:` : `**${label}:**`);
}

/** A table, or nothing where it has no row. */
export function table(
	columns: readonly string[],
	rows: readonly (readonly Maybe<Inline>[])[],
): Markdown {
	if (rows.length === 0) return made('');
	const line = (cells: readonly Maybe<Inline>[]) =>
		`| ${columns.map((_, at) => shown(cells[at]).replaceAll('\n', ' ')).join(' | ')} |`;
	return made([line(columns), line(columns.map(() => made('---'))), ...rows.map(line)].join('\n'));
}

/** Text kept line by line, such as a template. */
export function fenced(text: string, language = ''): Markdown {
	const body = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
	const fence = fenceFor(body.split('\n'));
	return made(`${fence}${language}\n${body}\n${fence}`);
}

/** Markdown set apart from the text around it. */
export const quoted = (body: Markdown): Markdown =>
	made(body.markdown.replace(/^/gm, '> ').replace(/^> $/gm, '>'));

const isGiven = <Value>(value: Maybe<Value>): value is Exclude<Value, undefined | false | ''> =>
	value !== undefined && value !== false && value !== '';
