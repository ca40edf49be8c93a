import { describe, expect, test } from 'vitest';
import { entry, findingsIn } from '#tests/support/build.ts';
import { parseEntry } from '../parse/entry.ts';

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
		'[an entry](/risks/leak/), [a part](/risks/leak/#answers), [a heading](#section)\n\n## Section\n\nText.',
		'[a list](/patterns/), [figures of all uses](/portfolio/), [the agenda](/queue/agenda/)',
		'[a page](https://a.example/x?y=1&z=2#part), [mail](mailto:team@a.example), [post](mailto:team@a.example?subject=Hello), [user](https://a.example/@user)',
		'A [page of rules](https://a.example/) and an escape: \\{ \\< \\[ &lt;b&gt; &amp;',
		'`{code}`, `<Evil />` and `javascript:x` are text between backticks.',
		'```json\n{ "import": "<script>" }\n```',
		'<Note kind="info" title="A title">\n\nText with [a link](/risks/leak/).\n\n</Note>',
		'1 < 2 in `code`, and 3 > 2 outside.',
		'> [!NOTE]\n> Text of the note.\n>\n> - with a list',
		'- one\n\n    Its second paragraph.\n\n1. two\n\n    ```\n    code\n    ```',
		'> [!warning]\n> Text.',
		'Text.[^1] More.[^why][^1]\n\n[^1]: A note.\n\n[^why]: Because of *this*.\n    And that.',
		'## A\n\n### B\n\n#### C\n\nText.',
		'| a |\n|---|\n| one<br>two<BR/>three<br /> four |',
		'- [ ] to do\n- [x] done',
		'`<br>`, `$x$`, `[[x]]`, `:::` and `{#id}` are text between backticks.',
		'Costs $5 and $6, or $5-$6; set $home/$user, $a:$b and ($c).',
		'At 10:30: a ratio of 1:2, a `key: value`, and\nNote: this is no definition.',
		'Say \\{\\{name}}, 50%% of 60%%, a == b, and x != y !!!',
		'See [[1]](https://a.example/) and [a list][] of [things].',
		'これは**強調**です。คำ**เน้น**ไทย、**重要**：必ず。',
		'A power 2\\*\\*3, a ** b ** c, ~~ and **bold**, **bold**.',
		'Write \\*\\*kwargs, \\[a\\]\\(b) and \\#\\#Title as they are; 2**3, C++ and Visual C++, a || b || c.',
		'About ~5 to ~10 minutes, at 10:30:15, urn:a:b:c, (~3), x^2 and m[0][1].',
		'```\n```\n\n~~~ts\na\n\n~~~\n\n````md\n```\nx\n```\n````\n\n- one\n  ```\n  a\n  ```\n\n> ```\n> b\n> ```',
		'| a | b |\n|---|---|\n| one |\n| `a \\| b` | two |',
		'Dashes -- and --- in a line, #1 of a list, a #tag.\n\n#tag at the start',
		'```\n:::note\n[[x]] $x$ <!-- a --> <br>\n```',
	])('%j', async (text) => {
		expect(await findingsIn(file, data + text)).toEqual([]);
	});

	test.each(
		'python Python py js javascript ts typescript tsx bash sh shell zsh console java c# cs go golang rust rb sql http diff yaml yml json jsonc toml ini xml html css docker dockerfile hcl terraform rego graphql proto powershell ps1 bat kotlin swift php r mermaid handlebars hbs prompt text txt plain csv md mdx regex log nginx'.split(
			' ',
		),
	)('code in %s', (language) => {
		expect(parse(`\`\`\`${language}\nx\n\`\`\``).findings).toEqual([]);
	});

	test('no text at all, which a rule minds where a page needs prose', async () => {
		expect(parse('').findings).toEqual([]);
		const rules = (await findingsIn(file, data)).map(({ rule }) => rule);
		expect(rules).toEqual(['prose-present']);
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
