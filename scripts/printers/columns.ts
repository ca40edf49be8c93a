/** Text on a terminal: how wide it is, and how it breaks into lines. */
import { showHidden } from '#schemas/hidden.ts';

/** The width that every terminal and every build log has. */
export const WIDTH = 80;

/** Text as a terminal may show it: one line, and nothing that the terminal would act on. */
export const harmless = (text: string) =>
	showHidden(text, () => '\ufffd')
		.replace(/[\r\n]/g, '\ufffd')
		.replaceAll('\t', ' ');

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Letters, digits and signs that never join. Most texts hold nothing else, and to segment takes long. */
const SINGLE = /^[\x20-\x7e]*$/;

/** The characters of a text as a reader sees them, accents and joined emoji in one piece. */
export const characters = (text: string): string[] =>
	SINGLE.test(text)
		? text.split('')
		: Array.from(graphemes.segment(text), ({ segment }) => segment);

/** Scripts whose characters take two columns, and pictures. */
const WIDE =
	/^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}])/u;
const NO_WIDTH = /^\p{Mark}+$/u;

/** Columns that one character takes. */
export function columnsOf(character: string): number {
	if (NO_WIDTH.test(character)) return 0;
	return WIDE.test(character) ? 2 : 1;
}

/** Columns that a text takes. */
export const widthOf = (text: string): number =>
	SINGLE.test(text)
		? text.length
		: characters(text).reduce((sum, character) => sum + columnsOf(character), 0);

/**
 * Breaks text into lines of at most `width` columns: at spaces, and inside a word only where the
 * word is longer than a line.
 */
export function wrap(text: string, width: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ').flatMap((long) => pieces(long, width))) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (widthOf(longer) <= width) {
			line = longer;
			continue;
		}
		if (line !== '') lines.push(line);
		line = word;
	}
	return [...lines, line];
}

function pieces(word: string, width: number): string[] {
	if (widthOf(word) <= width) return [word];
	const parts: string[] = [''];
	let used = 0;
	for (const character of characters(word)) {
		const columns = columnsOf(character);
		if (used + columns > width) {
			parts.push('');
			used = 0;
		}
		parts[parts.length - 1] += character;
		used += columns;
	}
	return parts;
}
