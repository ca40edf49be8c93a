/** The marker of a thing that is still to be filled, and where such markers stand. */
import type { z } from 'zod';
import { docAt, fieldsAt, metaOf, type Path } from './schema-walk.ts';

/** The word of a marker; it is no short form that an entry must explain. */
export const MARK_WORD = 'FILL';
/** What a value or a comment starts with that somebody must still replace. */
export const MARK = `${MARK_WORD}:`;

/** A marker that says what is expected; quotes would end it early in the file. */
export function fill(expected: string, most = 200): string {
	const text = `${MARK} ${expected.replaceAll('"', '').replace(/[.\s]+$/, '')}`;
	if (text.length <= most) return text;
	const cut = text.slice(0, most);
	return cut.slice(0, Math.max(cut.lastIndexOf(' '), MARK.length + 2)).replace(/[;,:(.\s]+$/, '');
}

/**
 * A marker for a text field, from the field's own doc text and within its limits.
 *
 * @example
 * fillField(patternSchema, ['fit']) // => 'FILL: For whom it fits, in one sentence; ...'
 */
export function fillField(schema: z.ZodType, path: Path): string {
	const [field] = fieldsAt(schema, path);
	const { minLength = 1, maxLength = 200 } = field ? metaOf(field) : {};
	const text = fill(docAt(schema, path) || String(path.at(-1) ?? 'a text'), maxLength);
	return text.length >= minLength
		? text
		: fill(`${text.slice(MARK.length + 1)} (${minLength} characters at least)`, maxLength);
}

export interface Marker {
	line: number;
	column: number;
	endColumn: number;
	/** What is expected in its place; may be empty. */
	expected: string;
	/** Whether it stands in a comment, behind a value that is to be replaced. */
	isComment: boolean;
}

/** A marker in `code` is a mention, such as in a guide on how to write one. */
const MARKER = /(?<![`\w])FILL:[ \t]*([^"\n\r]*)/g;

/** Every marker of a file, in order. */
export function markersIn(source: string): Marker[] {
	if (!source.includes(MARK)) return [];
	return source.split('\n').flatMap((text, index) =>
		[...text.matchAll(MARKER)].map((match) => ({
			line: index + 1,
			column: match.index + 1,
			endColumn: match.index + match[0].trimEnd().length + 1,
			expected: (match[1] ?? '').trim(),
			isComment: /(?:^|\s)#\s*$/.test(text.slice(0, match.index)),
		})),
	);
}

/** Words that stand in for a text somebody meant to write. */
const LEFTOVER =
	/\b[Ll]orem ipsum\b|^(?:TODO|TBD|TBC|FIXME|XXX|[Tt]o be (?:done|defined|written|decided))\b(?=[:.\s]*$|:)/;

/**
 * The words of a text that nobody has written yet.
 *
 * @example
 * leftoverIn('TODO: write this') // => 'TODO'
 */
export const leftoverIn = (text: string): string | undefined => LEFTOVER.exec(text.trim())?.[0];
