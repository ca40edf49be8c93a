/**
 * Characters that nobody sees in review. A text with one of them can read differently from what it
 * does ("Trojan source"), or give a model instructions that no reviewer saw.
 *
 * Unicode's own properties say which characters these are, so that the list grows with Unicode. The
 * few exceptions are the places where a script or an emoji cannot be written without them.
 */

/** Letters and marks of the scripts whose letters join, or whose marks form clusters. */
const JOINING =
	'[[\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Nkoo}\\p{scx=Mand}\\p{scx=Mong}\\p{scx=Phag}\\p{scx=Adlm}\\p{scx=Rohg}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Khmr}\\p{scx=Mymr}\\p{scx=Tibt}\\p{scx=Newa}\\p{scx=Gran}]&&[\\p{L}\\p{M}]]';
/** Scripts without spaces, where a space of no width says where a line can break. */
const UNSPACED =
	'[[\\p{scx=Khmr}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Mymr}\\p{scx=Tibt}]&&[\\p{L}\\p{M}]]';
const MONGOLIAN = '[\\p{scx=Mong}&&\\p{L}]';
const PICTURE = '\\p{Extended_Pictographic}[\\ufe0f\\p{Emoji_Modifier}]?';

/** Where a hidden character is part of what the reader sees. */
const MEANT = [
	// The flags of England, Scotland and Wales are spelt in tags.
	'\\p{RGI_Emoji_Tag_Sequence}',
	// Pictures that a joiner makes into one, and a sign shown as a picture or as text.
	`(?<=${PICTURE})\\u200d(?=\\p{Extended_Pictographic})`,
	'(?<=[\\p{Emoji}--[0-9#*]])[\\ufe0e\\ufe0f]',
	'(?<=[0-9#*])[\\ufe0e\\ufe0f](?=\\u20e3)',
	`(?<=${JOINING})[\\u200c\\u200d]`,
	`(?<=[\\p{L}\\p{N}])[\\u200c\\u200d](?=${JOINING})`,
	`(?<=${UNSPACED})\\u200b(?=${UNSPACED})`,
	`(?<=${MONGOLIAN})[\\u180b-\\u180f]`,
	'\\r\\n',
].join('|');

/**
 * What is refused elsewhere: everything that Unicode shows as nothing, turns the direction of text
 * with, keeps for control, private use or no use at all, or ends a line with that not every reader
 * ends there. The last four are blank, although Unicode calls them signs: an annotation mark, the
 * object mark, the empty Braille cell and the empty note.
 */
const HIDDEN =
	'[[\\p{Default_Ignorable_Code_Point}\\p{Bidi_Control}\\p{Noncharacter_Code_Point}\\p{Cs}\\p{Co}\\p{Cc}\\p{Zl}\\p{Zp}\\ufff9-\\ufffc\\u2800\\u{1d159}]--[\\t\\n]]';

/** What most texts are made of and no hidden character is; it spares them the slower look. */
const PLAIN =
	/^[\t\n\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u4e00-\u9fff]*$/;
const FIRST = new RegExp(HIDDEN, 'v');
const EACH = new RegExp(`${MEANT}|(${HIDDEN})`, 'gv');

export interface HiddenCharacter {
	/** Where it is in the text, in UTF-16 units from 0. */
	index: number;
	/** Its number, as Unicode writes it: "U+200B". */
	code: string;
}

/** The number of a character, as Unicode writes it. */
export const codeOf = (character: string): string =>
	`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Whether a text holds a character that may be hidden, in whatever company. */
export const mayHide = (text: string): boolean => !PLAIN.test(text) && FIRST.test(text);

/** Every hidden character of a text, in order. */
export function* hiddenIn(text: string): Generator<HiddenCharacter> {
	if (!mayHide(text)) return;
	for (const { index, 1: character } of text.matchAll(EACH)) {
		if (character !== undefined) yield { index, code: codeOf(character) };
	}
}

export const hasHidden = (text: string): boolean => !hiddenIn(text).next().done;

/** The text with something a reader sees in place of each hidden character; by default its number. */
export function showHidden(text: string, show: (code: string) => string = (code) => code): string {
	if (!mayHide(text)) return text;
	return text.replace(EACH, (whole, character: string | undefined) =>
		character === undefined ? whole : show(codeOf(character)),
	);
}
