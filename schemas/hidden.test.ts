import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasHidden, hiddenIn, showHidden } from './hidden.ts';

/** One or two of every kind of character that shows as nothing or changes what is shown. */
const KINDS: Record<string, number[]> = {
	'C0 control': [0x00, 0x08, 0x1b],
	'C1 control': [0x80, 0x85, 0x9f],
	delete: [0x7f],
	'lone carriage return': [0x0d],
	'vertical tab and form feed': [0x0b, 0x0c],
	'soft hyphen': [0xad],
	'grapheme joiner': [0x34f],
	'zero-width space': [0x200b],
	'joiner and non-joiner between Latin letters': [0x200c, 0x200d],
	'direction mark': [0x61c, 0x200e, 0x200f],
	'direction override': [0x202a, 0x202e],
	'direction isolate': [0x2066, 0x2069],
	'line and paragraph separator': [0x2028, 0x2029],
	'word joiner': [0x2060],
	'invisible operator': [0x2061, 0x2064],
	'reserved ignorable': [0x2065, 0xfff0, 0xe0fff],
	'deprecated format character': [0x206a, 0x206f],
	'Hangul filler': [0x115f, 0x1160, 0x3164, 0xffa0],
	'Khmer vowel without a shape': [0x17b4, 0x17b5],
	'Mongolian separator and selector': [0x180b, 0x180e, 0x180f],
	'byte order mark': [0xfeff],
	'variation selector': [0xfe00, 0xfe0f],
	'variation selector supplement': [0xe0100, 0xe0150, 0xe01ef],
	tag: [0xe0001, 0xe0020, 0xe0041, 0xe007f],
	'shorthand control': [0x1bca0],
	'musical control': [0x1d173],
	noncharacter: [0xfdd0, 0xfffe, 0xffff, 0x1ffff, 0x10ffff],
	'lone surrogate': [0xd800, 0xdfff],
	'annotation and object mark': [0xfff9, 0xfffb, 0xfffc],
	'private use': [0xe000, 0xf8ff, 0x10fffd],
	'blank sign': [0x2800, 0x1d159],
};
const codes = Object.entries(KINDS).flatMap(([kind, list]) => list.map((code) => ({ kind, code })));

describe('a hidden character is found between letters', () => {
	test.each(codes)('$kind: $code', ({ code }) => {
		const text = `ab${String.fromCodePoint(code)}cd`;
		const number = code.toString(16).toUpperCase().padStart(4, '0');
		expect([...hiddenIn(text)]).toEqual([{ index: 2, code: `U+${number}` }]);
	});
});

describe('what a reader sees is left alone', () => {
	test.each([
		'plain text\twith a tab,\na line and\r\nanother',
		'caf\u00e9 \u2013 \u201cquoted\u201d, 20\u00a0\u20ac, 1\u202f000',
		'\u65e5\u672c\u8a9e\u3000\u306e\u672c\u6587',
		'\u2764\ufe0f \u00a9\ufe0e 1\ufe0f\u20e3 #\ufe0f\u20e3',
		'\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
		'\u{1f469}\u{1f3fd}\u200d\u{1f4bb} \u{1f3f3}\ufe0f\u200d\u{1f308} \u26f9\ufe0f\u200d\u2640\ufe0f',
		'\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
		'\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 API\u200c\u0647\u0627',
		'\u0915\u094d\u200d\u0937 \u0d28\u0d4d\u200d \u0dc1\u0dca\u200d\u0dbb\u0dd3',
		'\u179f\u17bd\u179f\u17d2\u178f\u17b8\u200b\u1796\u17b7\u1797\u1796',
		'\u182e\u1823\u1829\u182d\u1823\u182f\u180e\u1820',
	])('%j', (text) => expect([...hiddenIn(text)]).toEqual([]));
});

describe('an exception holds only where it is needed', () => {
	test.each([
		['a digit with a picture mark', '1\ufe0f two'],
		['a second picture mark', '\u2764\ufe0f\ufe0f'],
		['a joiner after a picture and before a letter', '\u{1f600}\u200da'],
		['two joiners in Persian', '\u0645\u06cc\u200c\u200c\u062e'],
		['tags that spell no flag', '\u{1f3f4}\u{e0061}\u{e0062}\u{e007f}'],
		['a space of no width at the edge of Thai', 'a\u200b\u0e01'],
	])('%s is refused', (_, text) => expect(hasHidden(text)).toBe(true));
});

test('showing every hidden character leaves none', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => !hasHidden(showHidden(text))),
		{ numRuns: 2000 },
	);
});

test('the quick look at plain text agrees with the properties of Unicode', () => {
	const hidden = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cc}\p{Cs}\p{Co}]/u;
	for (let code = 0; code < 0x10000; code++) {
		const character = String.fromCharCode(code);
		if (!hidden.test(character) || /[\t\n]/.test(character)) continue;
		expect(hasHidden(`a${character}b`), code.toString(16)).toBe(true);
	}
});
