import { describe, expect, test } from 'vitest';
import { entry, findingsIn, shown } from '#tests/support/build.ts';
import { splitFrontmatter } from './frontmatter.ts';

const { source, file } = entry('guides');
const NO_BLOCK = '1:1 the file does not start with a block of data between two "---" lines.';
const check = async (text: string) => (await findingsIn(file, text)).map(shown);

describe('a file starts with a block of data', () => {
	test.each([
		['nothing', '', '1:1 the file is empty.'],
		['white space', ' \n\t\n', '1:1 the file is empty.'],
		['prose only', 'Just prose.\n', NO_BLOCK],
		['a blank line first', `\n${source}`, NO_BLOCK],
		['a space first', ` ${source}`, NO_BLOCK],
		['TOML', '+++\ntitle = "x"\n+++\n', NO_BLOCK],
		['no closing fence', '---\ntitle: x\n', NO_BLOCK],
		['four hyphens', source.replace(/^---/, '----'), NO_BLOCK],
		['text after the opening fence', source.replace(/^---/, '--- # data'), NO_BLOCK],
		['text after the closing fence', source.replace('\n---\n', '\n--- Text\n'), NO_BLOCK],
		['an indented closing fence', source.replace('\n---\n', '\n ---\n'), NO_BLOCK],
	])('%s is refused', async (_, text, message) => {
		expect(await check(text)).toEqual([message]);
	});

	test('an empty block lacks every key', async () => {
		expect(await check('---\n---\nText.\n')).toContain('2:1 missing key "title".');
	});

	test('a block that is a list is no group of keys', async () => {
		expect(await check('---\n- a\n---\n')).toEqual(['2:1 the entry ["a"] is not a group of keys.']);
	});

	test('nothing after the block is fine where the data says it all', async () => {
		// A guide and a pattern need prose, which a rule sees to; a control need not have any.
		const control = entry('controls');
		const bare = control.source.slice(0, -control.body.length);
		expect(await findingsIn(control.file, bare)).toEqual([]);
	});
});

describe('line breaks', () => {
	test('a file with CRLF is fine, and its lines are counted alike', async () => {
		const crlf = (text: string) => text.replaceAll('\n', '\r\n');
		expect(await check(crlf(source))).toEqual([]);
		const broken = `${source.replace('order: 1', 'order: 0')}\n\n{1}\n`;
		expect(await check(crlf(broken))).toEqual(await check(broken));
	});

	test('a carriage return alone is refused, since readers differ on it', async () => {
		expect(await check(source.replace('An entry\n', 'An entry\r  more\n'))).toEqual([
			'2:16 the line contains U+000D, a character that nobody can see.',
		]);
	});
});

describe('hidden characters', () => {
	test.each([
		[
			'title: An entry',
			'title: An \u202eentry',
			'2:11 the line contains U+202E, a character that nobody can see.',
		],
		[
			'title: An entry',
			'title: An\u0000 entry',
			'2:10 the line contains U+0000, a character that nobody can see.',
		],
		[
			'answer: Start',
			'answer: \u2066Start',
			'10:9 the line contains U+2066, a character that nobody can see.',
		],
		[
			'A sentence',
			'A \u200bsentence',
			'15:3 the line contains U+200B, a character that nobody can see.',
		],
		[
			'A sentence',
			'A \u{e0049}sentence',
			'15:3 the line contains U+E0049, a character that nobody can see.',
		],
		[
			'A sentence',
			'A \u001b[2Jsentence',
			'15:3 the line contains U+001B, a character that nobody can see.',
		],
		['---\n', '---\n# \u2028\n', '2:3 the line contains U+2028, a character that nobody can see.'],
	])('are refused wherever they stand: %j', async (before, after, message) => {
		expect(await check(source.replace(before, after))).toEqual([message]);
	});

	test('an escape in data is refused like the character', async () => {
		const text = source.replace('title: An entry', 'title: "An \\u202Eentry"');
		expect(await check(text)).toEqual([
			'2:8 the line contains U+202E, a character that nobody can see.',
		]);
	});

	test('a byte order mark has a message of its own', async () => {
		expect(await check(`\ufeff${source}`)).toEqual([
			'1:1 the file starts with a byte order mark (U+FEFF).',
		]);
	});

	test('accents, other scripts and dashes are fine', async () => {
		expect(await check(source.replace('An entry', 'Éntrée – 日本語'))).toEqual([]);
	});
});

test('the lines of data and body are counted in the file', () => {
	expect(splitFrontmatter('---\na: 1\nb: 2\n---\nText\n')).toEqual({
		yaml: 'a: 1\nb: 2\n',
		yamlLine: 2,
		body: 'Text\n',
		bodyLine: 5,
	});
});
