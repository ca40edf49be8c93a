import { describe, expect, test } from 'vitest';
import { entry } from '#tests/support/build.ts';
import { parseEntry } from '../parse/entry.ts';

const { source, file, body } = entry('guides');
const data = source.slice(0, source.length - body.length);
/** Line on which the body of the test starts. */
const FIRST = data.split('\n').length;

const parse = (text: string) =>
	parseEntry({ collection: 'guides', id: 'start', parent: undefined, file }, data + text).findings;

/** What is found in a body, as place within the body and message. */
function check(text: string) {
	return parse(text).map(({ line, column, message }) => `${line - FIRST + 1}:${column} ${message}`);
}

describe('code', () => {
	test.each([
		["import fs from 'node:fs'", '1:1 import and export are code.'],
		['Text.\n\nexport const a = 1', '3:1 import and export are code.'],
		['{process.exit(1)}', '1:1 {process.exit(1)} is a JavaScript expression.'],
		['Two is {1 + 1}.', '1:8 {1 + 1} is a JavaScript expression.'],
		['{/* a comment */}', '1:1 this is a comment, and entries cannot contain comments.'],
		['| a |\n|---|\n| {x} |', '3:3 {x} is a JavaScript expression.'],
		['## Title {#id}', undefined],
		['{unclosed', undefined],
		['[{x}](https://a.example)', '1:2 {x} is a JavaScript expression.'],
		['<Note {...props} />', '1:1 <Note> spreads props, which is code.'],
		['<Note kind={x} />', '1:1 prop kind of <Note> is not literal text.'],
		['<Note kind="info" kind="info" />', '1:1 prop "kind" is set twice.'],
		['<Note kind />', '1:1 prop kind of <Note> is not literal text.'],
	])('%s', (text, message) => {
		const found = check(text);
		expect(found.length).toBeGreaterThan(0);
		if (message) expect(found).toContain(message);
	});
});

describe('components', () => {
	test.each([
		['<Evil />', '1:1 <Evil> is not a component of the catalogue.'],
		['<Astro.self />', '1:1 <Astro.self> is not a component of the catalogue.'],
		['<svg:path />', '1:1 raw HTML <svg:path> is not allowed.'],
		['<>text</>', '1:1 <> is not a component of the catalogue.'],
		['<constructor />', '1:1 raw HTML <constructor> is not allowed.'],
		['<constructor kind="info" />', '1:1 raw HTML <constructor> is not allowed.'],
		['<toString>\n\ntext\n\n</toString>', '1:1 raw HTML <toString> is not allowed.'],
		['<__proto__ />', '1:1 <__proto__> is not a component of the catalogue.'],
		['<Note kind="danger" />', '1:1 prop kind="danger" of <Note> is not allowed.'],
		['<Note onclick="x()" />', '1:1 <Note> has no prop "onclick".'],
		['<Note set:html="<b>" />', '1:1 <Note> has no prop "set:html".'],
		['<Note client:load="" />', '1:1 <Note> has no prop "client:load".'],
		['<Note style="color:red" />', '1:1 <Note> has no prop "style".'],
		['<Note constructor="x" />', '1:1 <Note> has no prop "constructor".'],
		['Text <Note kind="info" /> text', '1:6 <Note> is inside a line.'],
		['<Note kind="info">', undefined],
	])('%s', (text, message) => {
		const found = check(text);
		expect(found.length).toBeGreaterThan(0);
		if (message) expect(found).toContain(message);
	});
});

describe('raw HTML', () => {
	test.each([
		['<script>alert(1)</script>', '1:1 raw HTML <script> is not allowed.'],
		['<img src="x" onerror="x()" />', '1:1 raw HTML <img> is not allowed.'],
		['Text <b>bold</b>.', '1:6 raw HTML <b> is not allowed.'],
		['<iframe srcdoc="x"></iframe>', '1:1 raw HTML <iframe> is not allowed.'],
		['<a href="javascript:x()">x</a>', '1:1 raw HTML <a> is not allowed.'],
		['> <style>p { color: red }</style>', undefined],
		['<!-- a comment -->', undefined],
		['<!DOCTYPE html>', undefined],
		['<![CDATA[x]]>', undefined],
		['<?php x ?>', undefined],
	])('%s', (text, message) => {
		const found = check(text);
		expect(found.length).toBeGreaterThan(0);
		if (message) expect(found).toContain(message);
	});
});

describe('links that lead nowhere safe', () => {
	test.each([
		'javascript:alert(1)',
		'JaVaScRiPt:alert(1)',
		'javascript&colon;alert(1)',
		'java&#x09;script:alert(1)',
		'java&NewLine;script:alert(1)',
		'&#106;avascript:alert(1)',
		'<java\tscript:alert(1)>',
		'data:text/html,x',
		'vbscript:x',
		'file:///etc/passwd',
		'//host.example/x',
		'/\\\\host.example/x',
		'https:\\\\\\\\host.example',
		'https:host.example',
		'https://w3.org@host.example/',
		'mailto:team@a.example?bcc=other@b.example',
		'../../secrets',
		'/nowhere/summary',
		'#a"onclick=x',
		'?x=1',
	])('%s', (address) => {
		const found = check(`A [link](${address}).`);
		expect(found).toHaveLength(1);
		expect(found[0]).toMatch(
			/^1:3 the link ".*" (?:leads nowhere safe|does not lead to a page)\.$/s,
		);
	});

	test.each([
		['[uses](/portfolo/)', 'Did you mean "/portfolio/"?'],
		['[list](/patterns)', 'Did you mean "/patterns/"?'],
		['<https://a.example>', 'Write it as [text](https://a.example).'],
		['<team@a.example>', 'Write [team@a.example](mailto:team@a.example).'],
		['<!-- x -->', 'Delete it. Say it in the pull request, or in the text.'],
		['{/* x */}', 'Delete it. Say it in the pull request, or in the text.'],
		['import the data first.', 'Begin the sentence with "Import", or with another word.'],
		['export it as CSV.', 'Begin the sentence with "Export", or with another word.'],
		['a { c', 'Write \\{ for a brace in text, or put it in `code`.'],
		['a <b> c', 'Write **text**.'],
		[
			'a<br>b',
			'Start a new paragraph, or end the line with a backslash. <br> is for the cells of a table.',
		],
		['```pythn\nx\n```', 'Did you mean "python"? For plain text, write "text".'],
		[
			'```xyzzy\nx\n```',
			'Write the name of the language, such as bash, c, cpp, csharp, css, diff, or "text".',
		],
		[
			'![a](./x.svg)',
			'An SVG can contain scripts, which run when it is opened on its own. Save it as png or webp.',
		],
	])('%s comes with how to write it', (text, fix) => {
		const [found] = parse(text);
		expect(found?.fix).toBe(fix);
	});

	test.each(['[a]: javascript:alert(1)', '[a][b]\n\n[b]: https://a.example'])(
		'the reference style of %j hides the address',
		(text) => {
			const found = check(text);
			expect(found.join()).toContain('reference-style links are not allowed.');
		},
	);
});

describe('images that are no picture beside the entry', () => {
	test.each([
		'https://host.example/x.png',
		'//host.example/x.png',
		'./evil.mjs',
		'./x.svg',
		'../other/x.png',
		'./..%2fx.png',
		'/x.png',
		'data:image/png;base64,AAAA',
		'x.png?raw',
		'.hidden.png',
	])('%s', (address) => {
		expect(check(`![A picture](${address})`)).toEqual([
			`1:1 the image "${address}" is not a picture in the folder of the entry.`,
		]);
	});

	test('a reference-style image hides its address', () => {
		const found = check('![a][b]\n\n[b]: ./x.png');
		expect(found).toContain('1:1 reference-style images are not allowed.');
	});
});

describe('Markdown that a page cannot show well', () => {
	test.each([
		['# Title', '1:1 a heading of level 1 is not allowed.'],
		['Title\n=====', '1:1 a heading of level 1 is not allowed.'],
		['##### Small', '1:1 a heading of level 5 is not allowed.'],
		['## A\n\n#### Small', '3:1 a heading of level 4 has no heading of level 3 above it.'],
		['```pythn\nx\n```', '1:1 the code language "pythn" is not known.'],
		['---\na: b\n---\ntext', '1:1 "yaml" is not plain Markdown.'],
		['+++\na\n+++', '1:1 "toml" is not plain Markdown.'],
	])('%j', (text, message) => {
		expect(check(text)).toContain(message);
	});
});

describe('links that nearly name a page', () => {
	test.each([
		['/guides/judgement', '/guides/judgement/'],
		['/guides/judgement#when', '/guides/judgement/#when'],
		['/guides/judgement/?x=1#when', '/guides/judgement/#when'],
		['./judgement.mdx', '/guides/judgement/'],
		['judgement.mdx#when', '/guides/judgement/#when'],
		['../controls/logging.mdx', '/controls/logging/'],
		['../controls/logging', '/controls/logging/'],
		['../../patterns/summary/pattern.mdx', '/patterns/summary/'],
		['content/risks/leak.mdx', '/risks/leak/'],
		['/content/risks/leak.mdx', '/risks/leak/'],
		['/patterns/summary', '/patterns/summary/'],
		['/Patterns/summary/', '/patterns/summary/'],
		['/risks/leak.md', '/risks/leak/'],
		['/risks/leak/index.html', '/risks/leak/'],
		['risks/leak/', '/risks/leak/'],
		['content/risks/leak', '/risks/leak/'],
	])('%s', (address, meant) => {
		expect(parse(`A [link](${address}).`)).toMatchObject([
			{
				message: `the link "${address}" is not the address of a page.`,
				fix: `Did you mean "${meant}"?`,
			},
		]);
	});
});

describe('marks of other dialects, which a reader would see', () => {
	test.each([
		[':::note\n\nText.\n\n:::', '1:1 ":::note" is a directive from another dialect.'],
		[':::tip[Title]\nText.\n:::', '1:1 ":::tip[Title]" is a directive from another dialect.'],
		['!!! note "Title"\n    Text.', '1:1 "!!! note "Title"" is a note from another dialect.'],
		['??? tip\n    Text.', '1:1 "??? tip" is a note from another dialect.'],
		['=== "Tab"\n\nText.', '1:1 "=== "Tab"" is a tab from another dialect.'],
		['See [[judgement]].', '1:5 "[[judgement]]" is a wiki link, which is not read here.'],
		['See [[judgement|it]].', '1:5 "[[judgement|it]]" is a wiki link, which is not read here.'],
		['![[flow.png]]', '1:1 "![[flow.png]]" is a wiki link, which is not read here.'],
		['[[_TOC_]]', '1:1 "[[TOC]]" does not make a table of contents here.'],
		['[TOC]', '1:1 "[TOC]" does not make a table of contents here.'],
		['Where $x^2$ is it.', '1:7 "$x^2$" is a formula, which is not drawn here.'],
		['Where $\\alpha$ is it.', '1:7 "$\\alpha$" is a formula, which is not drawn here.'],
		['$$\nx = y\n$$', '1:1 "$$ x = y $$" is a formula, which is not drawn here.'],
		['Term\n: Meaning', '2:1 ": Meaning" is a definition from another dialect.'],
		['Term\n\n: Meaning', '3:1 ": Meaning" is a definition from another dialect.'],
		[
			'## Title \\{#custom}',
			'1:10 "{#custom}" is not read here: a heading or a text cannot have attributes.',
		],
		[
			'## Title {#custom}',
			'1:10 "{#custom}" is not read here: a heading or a text cannot have attributes.',
		],
		[
			'Text {.wide} here.',
			'1:6 "{.wide}" is not read here: a heading or a text cannot have attributes.',
		],
		[
			'これは**「強調」**です。',
			'1:4 "**「強調」**" is shown with its marks, because punctuation inside them touches a letter outside.',
		],
		[
			'**重要：**必ず確認',
			'1:1 "**重要：**" is shown with its marks, because punctuation inside them touches a letter outside.',
		],
		[
			'한국어~~(강조)~~는',
			'1:4 "~~(강조)~~" is shown with its marks, because punctuation inside them touches a letter outside.',
		],
		[
			'Text.\n\n    const a = 1;\n    a();',
			'3:5 indented lines are not code here: they run together as text.',
		],
		['A ==bright== word.', '1:3 "==bright==" is a highlight from another dialect.'],
		[
			'A %%hidden%% word.',
			'1:3 "%%hidden%%" is a comment from another dialect, and readers would see it.',
		],
		['Text.[^1]', '1:6 the footnote [^1] has no text.'],
		['Text.\n\n[^1]: Note.', '3:1 the footnote [^1] is never used, so no reader sees it.'],
		['T.[^1]\n\n[^1]: A.\n\n[^1]: B.', '5:1 the footnote [^1] has two texts.'],
		['> [!INFO]\n> Text.', '1:1 [!INFO] is not a kind of note.'],
		[
			'> [!NOTE] Title\n> Text.',
			'1:1 words follow [!NOTE] on its line, so it is not read as a note.',
		],
		['> [!NOTE]', '1:1 the <Note> has no text.'],
		['Text^[a note] here.', '1:5 "^[a note]" is a footnote from another dialect.'],
		['x^2^ is it.', '1:2 "^2^" is not raised here.'],
		['H~2~O is wet.', '1:2 "~2~" is struck through here, not lowered.'],
		['It is ++new++ here.', '1:7 "++new++" is an insertion from another dialect.'],
		['It is ||secret|| here.', '1:7 "||secret||" is hidden text or a table from another dialect.'],
		[
			'Well done :tada: all.',
			'1:11 ":tada:" is shown as it is: names of emoji and roles are not read here.',
		],
		['See :ref:`x`.', '1:5 ":ref:" is shown as it is: names of emoji and roles are not read here.'],
		['- [-] one', '1:3 "[-]" is not a task box.'],
		['*[HTML]: Markup', '1:1 "*[HTML]: Markup" explains an abbreviation in another dialect.'],
		['.. note::\n   Text', '1:1 ".. note::" is a directive from another dialect.'],
		['{% include x %}', '1:1 the mark of another template language is not read here.'],
		['{{< x >}}', '1:1 the mark of another template language is not read here.'],
	])('%j', (text, message) => expect(check(text)).toEqual([message]));

	test('a formula with braces is one problem', () => {
		expect(check('$$\n\\frac{a}{b}\n$$')).toHaveLength(1);
	});
});

describe('Markdown that is not read as it was meant', () => {
	test.each([
		['##Title\n\nText.', '1:1 "##Title" is not read as a heading.'],
		['| a | b |\n|---|\n| c | d |', '2:1 these lines are not read as a table.'],
		['Text.\n| a | b |\n|---|---|---|', '3:1 these lines are not read as a table.'],
		['| a | b |\n|---|---|\n| c | d | e |', '3:1 the row has 3 cells, and the table 2 columns.'],
		[
			'Text.\n\n```ts\nlet a',
			'3:1 the block of code is never closed, so everything after it is shown as code.',
		],
		[
			'```\nlet a\n~~~\n\nText.\n',
			'1:1 the block of code is never closed, so everything after it is shown as code.',
		],
		[
			'- ```\n  a\n\nText.',
			'1:3 the block of code is never closed, so everything after it is shown as code.',
		],
		['See [the guide][guide].', '1:5 the link [the guide][guide] has no address.'],
		[
			'See [the guide](/risks/leak/ now.',
			'1:15 "](/risks/leak/ now." is not read as the address of a link.',
		],
		['See [a file](my file.png).', '1:12 "](my file.png)." is not read as the address of a link.'],
		[
			'See [the guide] (/risks/leak/).',
			'1:15 "] (/risks/leak/)" is not read as the address of a link.',
		],
		[
			'This is **bold without end.',
			'1:9 "**bold without end." shows its marks, because the other "**" is missing or next to a space.',
		],
		[
			'This is ** bold** here.',
			'1:16 "**" shows its marks, because the other "**" is missing or next to a space.',
		],
	])('%j', (text, message) => expect(check(text)).toEqual([message]));
});

describe('after an error in the syntax the rest is read', () => {
	test('each problem is named at its own place', () => {
		const text = [
			'Use it when n <5, not 🙂 when n <6.',
			'See <https://a.example/>.',
			'<!-- note\n\nof two lines -->',
			'##### Too deep',
			'```pythn\nx = 1\n```',
			'{unclosed',
			'<Note kind="info">\n\nText.',
			'A [link](/nowhere/x).',
		].join('\n\n');
		expect(check(text)).toHaveLength(9);
		expect(new Set(check(text).map((line) => line.split(' ')[0]))).toEqual(
			new Set(['1:15', '1:33', '3:5', '5:1', '9:1', '11:1', '15:1', '17:1', '21:3']),
		);
	});

	test('a tag and its end are one problem', () => {
		expect(check('A <b c>d</b> and <i>e</i>.\n\n<Evil>\n\ntext\n\n</Evil>')).toHaveLength(3);
		expect(check('<Note kind=info>\n\nText.\n\n</Note>')).toEqual([
			'1:1 a prop of <Note> is not literal text.',
		]);
	});

	test('of hundreds of errors every one is named', () => {
		const lines = Array.from({ length: 150 }, (_, index) => `Line ${index} <${index}`);
		expect(check(lines.join('\n\n'))).toHaveLength(150);
	});

	test('however many there are, the work ends', () => {
		const lines = Array.from({ length: 900 }, (_, index) => `Line ${index} <${index}`);
		const found = parse(lines.join('\n\n'));
		expect(found).toHaveLength(200);
		expect(found.at(-1)?.fix).toMatch(/There may be more: the first 200 are listed\.$/);
	});
});

describe('depth', () => {
	test.each(['>', '- ', '> - '])('thousands of nested "%s" are one problem', (mark) => {
		for (const times of [60, 4000]) {
			const found = check(`${mark.repeat(times)}a`);
			expect(found).toHaveLength(1);
			expect(found[0]).toMatch(/^1:\d+ the prose is nested too deeply to read\.$/);
		}
	});

	test.each(['[', '*', '`', '![', '{', '<Note>\n'])(
		'thousands of "%s" end in findings or none',
		(mark) => {
			expect(Array.isArray(check(mark.repeat(2000)))).toBe(true);
		},
	);
});
