/** The fast reader and the careful one must point at the same place. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Path } from '#catalogue/model/schema-walk.ts';
import { spotOf } from './spots.ts';
import { locateCarefully, locateYaml, parseYaml } from './yaml.ts';

/** The path of every value of the data, and of one key and one item that are not there. */
function pathsOf(data: unknown, above: Path = []): Path[] {
	if (typeof data !== 'object' || data === null) return [above];
	const items: [PropertyKey, unknown][] = Array.isArray(data)
		? [...data.entries()]
		: Object.entries(data);
	const within = items.flatMap(([key, value]) => pathsOf(value, [...above, key]));
	return [above, [...above, 'missing'], [...above, 99], ...within];
}

function expectAlike(text: string): void {
	const read = parseYaml(text);
	if (!('data' in read)) return;
	for (const path of pathsOf(read.data)) {
		for (const want of ['key', 'value'] as const) {
			expect(locateYaml(text, path, want, 7), `${want} ${path.join('.')} of\n${text}`).toEqual(
				locateCarefully(text, path, want, 7),
			);
		}
	}
}

const word = fc.constantFrom('a', 'b c', '1', 'true', 'é', "it's", 'say "so"', 'a: b', '#x', '- y');
const value = fc.letrec<{ any: unknown }>((tie) => ({
	any: fc.oneof(
		{ maxDepth: 4 },
		word,
		fc.constantFrom('two\nlines', 'two\nlines\n', `${'long '.repeat(30)}end`, ''),
		fc.constantFrom(0, 1.5, true, null),
		fc.array(tie('any'), { maxLength: 3 }),
		fc.dictionary(fc.oneof(word, fc.constantFrom('key', 'title', '_', 'no')), tie('any'), {
			maxKeys: 4,
		}),
	),
})).any;

test('in any data, written in any of the usual ways, both name the same place', () => {
	const options = fc.record({
		indent: fc.constantFrom(2, 4),
		indentSeq: fc.boolean(),
		lineWidth: fc.constantFrom(0, 30),
		blockQuote: fc.constantFrom<'literal' | 'folded' | false>('literal', 'folded', false),
		collectionStyle: fc.constantFrom<'any' | 'flow'>('any', 'flow'),
		singleQuote: fc.constantFrom(true, false, null),
	});
	fc.assert(
		fc.property(value, options, (data, how) => {
			expectAlike(stringify(data, { ...how, aliasDuplicateObjects: false }));
		}),
		{ numRuns: 300 },
	);
});

const mark = fc.constantFrom(
	...['a', 'b', 'key: ', '- ', '\n', '\n  ', '\n    ', ' ', '[', ']', '{', '}', ', ', '"', "'"],
	...['# no', ' # so', '|\n', '>-\n', '|2\n', '1', 'null', 'é', '\r\n', '\t', '---', ': '],
);

test('in any soup of marks that reads as data, both name the same place', () => {
	fc.assert(
		fc.property(fc.array(mark, { maxLength: 14 }), (marks) => expectAlike(marks.join(''))),
		{ numRuns: 2000 },
	);
});

test.each([
	['a plain text', 'title: A text\n', ['title']],
	['a text over two lines', 'title: A text\n  goes on\nnext: 1\n', ['title']],
	['a quoted text', 'title: "A text" # so\n', ['title']],
	['an item of a list', 'list:\n  - one\n  - two\n', ['list', 1]],
	['a block of text', 'text: >-\n  One\n  two\nnext: 1\n', ['text']],
	['a field of an item in brackets', 'list: [{ a: 1, b: 2 }]\n', ['list', 0, 'b']],
] satisfies [string, string, Path][])('%s is found by the fast reader itself', (_, text, path) => {
	expect(spotOf(text, path, 'value', 50)).toBeDefined();
	expectAlike(text);
});
