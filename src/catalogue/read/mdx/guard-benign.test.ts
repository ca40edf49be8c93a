import { describe, expect, test } from 'vitest';
import { entry, findingsIn } from '#tests/support/build.ts';
import { parseEntry } from '../parse/entry.ts';
import { LANGUAGES } from './check-markdown.ts';

const { source, file, body } = entry('guides');
const data = source.slice(0, source.length - body.length);
const parse = (text: string) =>
	parseEntry({ collection: 'guides', id: 'start', parent: undefined, file }, data + text);

describe('plain Markdown passes', () => {
	test.each([
		'A paragraph with *stress*, **weight**, ~~a slip~~ and `code`.',
		'## Section\n\nText.\n\n### Smaller\n\nText.',
		'- one\n- two\n  1. first\n  2. second',
		'| a | b |\n|---|--:|\n| 1 | 2 |',
		'> A quotation.\n>\n> - with a list',
		'Above.\n\n***\n\nBelow.',
		'A line  \nbroken by hand.',
		'[an entry](/risks/leak/), [a part](/risks/leak/#signs), [a heading](#section)',
		'[a page](https://a.example/x?y=1&z=2#part), [mail](mailto:team@a.example)',
		'A [page of rules](https://a.example/) and an escape: \\{ \\< \\[ &lt;b&gt; &amp;',
		'`{code}`, `<Evil />` and `javascript:x` are text between backticks.',
		'```json\n{ "import": "<script>" }\n```',
		'<Note kind="info" title="A title">\n\nText with [a link](/risks/leak/).\n\n</Note>',
		'1 < 2 in `code`, and 3 > 2 outside.',
		'',
	])('%j', async (text) => {
		expect(await findingsIn(file, data + text)).toEqual([]);
	});

	test.each(LANGUAGES)('code in %s', (language) => {
		expect(parse(`\`\`\`${language}\nx\n\`\`\``).findings).toEqual([]);
	});

	test('a picture beside the entry', () => {
		expect(parse('![What it shows](./drawing-1.png) ![Same](photo.webp)').findings).toEqual([]);
	});
});

test('headings and links to entries are handed on with their lines in the file', () => {
	const { entry: made } = parse('## The *first* `part`\n\nSee [it](/risks/leak/#signs).\n');
	const first = data.split('\n').length;
	expect(made?.headings).toEqual([{ depth: 2, text: 'The first part', line: first, column: 1 }]);
	expect(made?.bodyLinks).toEqual([
		{ collection: 'risks', id: 'leak', line: first + 2, column: 5 },
	]);
});
