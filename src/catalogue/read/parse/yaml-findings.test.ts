import { describe, expect, test } from 'vitest';
import { entry, findingsIn, shown } from '#tests/support/build.ts';
import { parseYaml } from './yaml.ts';

const { source, file } = entry('guides');
const withLine = async (before: string, after: string) =>
	(await findingsIn(file, source.replace(before, after))).map(shown);

describe('what YAML refuses is reported at its line of the file', () => {
	test.each([
		['a duplicate key', 'order: 1', 'order: 1\ntitle: Again', '10:1 Map keys must be unique.'],
		[
			'a tab that indents',
			'aliases: []',
			'aliases:\n\t- a',
			'12:1 Tabs are not allowed as indentation.',
		],
		[
			'an open bracket',
			'aliases: []',
			'aliases: [a',
			'12:1 Flow sequence in block collection must be sufficiently indented and end with a ].',
		],
		['an open quote', 'title: An', 'title: "An', '14:1 Missing closing "quote.'],
		[
			'a colon in plain text',
			'title: An',
			'title: Note: an',
			'2:8 Nested mappings are not allowed in compact mappings.',
		],
		[
			'a tag',
			'title: An entry',
			"title: !!js/function 'function () {}'",
			'2:8 Unresolved tag: tag:yaml.org,2002:js/function.',
		],
		[
			'an alias',
			'title: An entry',
			'title: &a An entry\nalso: *a',
			'3:7 the alias *a repeats another place.',
		],
		[
			'an alias to nothing',
			'title: An entry',
			'title: *nobody',
			'2:8 the alias *nobody repeats another place.',
		],
		[
			'an alias within itself',
			'aliases: []',
			'aliases: &a [*a]',
			'11:14 the alias *a repeats another place.',
		],
		['a merge key', 'aliases: []', 'aliases: []\n<<: { title: x }', '12:1 unknown key "<<".'],
	])('%s', async (_, before, after, message) => {
		expect(await withLine(before, after)).toEqual([message]);
	});
});

test('a bomb of aliases is reported without unfolding it', async () => {
	const lines = ['a0: &a0 [x, x]'];
	for (let level = 1; level < 30; level += 1) {
		lines.push(`a${level}: &a${level} [*a${level - 1}, *a${level - 1}, *a${level - 1}]`);
	}
	const { problems } = parseYaml(lines.join('\n'));
	expect(problems).toHaveLength(87);
	expect(problems[0]).toMatchObject({
		line: 2,
		column: 10,
		message: 'the alias *a0 repeats another place.',
	});
});

describe('depth', () => {
	test.each([
		['lists', '['.repeat(4000) + ']'.repeat(4000)],
		['groups', '{a: '.repeat(4000) + '}'.repeat(4000)],
		['block lists', `${'- '.repeat(4000)}a`],
		['lists that stay open', '['.repeat(4000)],
		['sixty lists', '['.repeat(60) + ']'.repeat(60)],
	])('%s beyond any need are one problem', (_, text) => {
		expect(parseYaml(text, 7).problems).toMatchObject([
			{ line: 7, column: 1, message: 'the data is nested too deeply to read.' },
		]);
	});

	test('forty levels are read', () => {
		expect(parseYaml('['.repeat(40) + ']'.repeat(40))).toHaveProperty('data');
	});
});

test('a key that every object inherits stays a key', () => {
	const read = parseYaml('__proto__: { admin: true }\n');
	expect('data' in read && Object.keys(Object(read.data))).toEqual(['__proto__']);
	expect({}).not.toHaveProperty('admin');
});

test('brackets left open give one problem, not one each', () => {
	expect(parseYaml('a: [[[[\nb: 1\n').problems.length).toBeLessThan(3);
});
