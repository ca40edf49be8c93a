import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { CollectionName } from '#schemas/index.ts';
import { entry, findingsIn } from '#tests/support/build.ts';
import { parseEntry } from './entry.ts';

/** What is found when these lines replace fields of a sound entry, without the place. */
function found(collection: CollectionName, lines: string) {
	const { data, file, id, parent, body } = entry(collection);
	const rest = Object.entries(data).filter(([key]) => !lines.startsWith(`${key}:`));
	const yaml = `${stringify(Object.fromEntries(rest), { aliasDuplicateObjects: false })}${lines}\n`;
	const source = body ? `---\n${yaml}---\n${body}` : yaml;
	return parseEntry({ collection, id, parent, file }, source).findings;
}

describe('a text that a comment cuts', () => {
	test.each<[CollectionName, string, string]>([
		['guides', 'title: Layers #5 and more', 'the text ends at "Layers" and "#5 and more" is lost.'],
		[
			'guides',
			'title: Layers # 5 and more',
			'the text ends at "Layers" and "# 5 and more" is lost.',
		],
		[
			'guides',
			'summary: How the layers of every drawing are named, see issue #42 for more.',
			'are named, see issue" and "#42 for more." is lost.',
		],
		[
			'guides',
			'summary: How the layers of every drawing\n  are named, see issue #42 for more.',
			'and "#42 for more." is lost.',
		],
		[
			'controls',
			'pitfalls:\n  - The sources are internal #and published\n  - Another sign',
			'#and published',
		],
		[
			'controls',
			'pitfalls:\n  - The sources are internal # and published\n  - Another',
			'# and published',
		],
		[
			'controls',
			'pitfalls:\n  - "#4711 is quoted"\n  - #4711 is not',
			'"#" starts a comment, so "#4711',
		],
		[
			'guides',
			'answer: #1 is to read it twice before anyone signs it',
			'"#1 is to read it twice befo',
		],
		[
			'guides',
			'aliases: [layers, five #5, lanes]',
			'the text ends at "five" and "#5, lanes]" is lost.',
		],
	])('in %s: %s', (collection, lines, message) => {
		const [first, ...more] = found(collection, lines);
		expect(first).toMatchObject({ rule: 'yaml', severity: 'error' });
		expect(first?.message).toContain(message);
		expect(first?.fix).toMatch(/^Put the whole text in quotes\./);
		expect(more).toEqual([]);
	});

	test('is found in the input of a test case, whose form no schema knows', () => {
		const cases = entry('cases');
		const [first] = cases.data.cases;
		const one = { ...first, input: { question: 'QUESTION' } };
		const text = stringify({ cases: [one] }).replace('QUESTION', 'My order #4711 is late.');
		const place = { collection: 'cases', id: 'ask', parent: 'summary', file: cases.file } as const;
		expect(parseEntry(place, text).findings).toMatchObject([
			{
				message:
					'" #" starts a comment, so the text ends at "My order" and "#4711 is late." is lost.',
			},
		]);
	});
});

test.each<[CollectionName, string]>([
	['guides', 'title: "Layers #5 and more"'],
	['guides', "title: 'Layers #5 and more' # as the board calls them"],
	['guides', 'title: Layers and more\n# the title of the guide'],
	['guides', 'title: C#-like layers and F#'],
	['guides', 'status: draft # until the board has met'],
	['guides', 'status: draft #todo'],
	['guides', 'owner: office # theirs since May'],
	['guides', 'order: 1 # first'],
	['guides', 'reviewed: 2026-11-20 # with the board'],
	['guides', 'aliases: # other names\n  - lanes'],
	[
		'guides',
		'answer: | # as written on the wall\n  Rule #1 is to read it twice, and #2 is to read it again.',
	],
	['guides', 'answer: >-\n  Rule #1 is to read it twice,\n  # and 2 is to read it again.'],
])('%s: a comment that cuts no text is fine: %s', async (collection, lines) => {
	expect(found(collection, lines).filter(({ rule }) => rule === 'yaml')).toEqual([]);
});

test('the finding spans from the text to the end of what is lost', async () => {
	const { file, source } = entry('guides');
	const text = source.replace(/^title: .*$/m, 'title: Layers #5');
	const line = text.split('\n').findIndex((one) => one.startsWith('title:')) + 1;
	expect(await findingsIn(file, text)).toMatchObject([
		{ line, column: 8, endLine: line, endColumn: 17 },
	]);
});
