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
		['{/* a comment */}', '1:1 {/* a comment */} is a JavaScript expression.'],
		['| a |\n|---|\n| {x} |', '3:3 {x} is a JavaScript expression.'],
		['## Title {#id}', undefined],
		['{unclosed', undefined],
		['[{x}](https://a.example)', '1:2 {x} is a JavaScript expression.'],
		['<Note {...props} />', '1:1 <Note> has a spread of props, which is code.'],
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
		['Text <Note kind="info" /> text', '1:6 <Note> stands inside a line.'],
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
		'../../secrets',
		'./page.html',
		'/patterns/summary',
		'/Patterns/summary/',
		'#a"onclick=x',
		'?x=1',
	])('%s', (address) => {
		const found = check(`A [link](${address}).`);
		expect(found).toHaveLength(1);
		expect(found[0]).toMatch(/^1:3 the link ".*" leads nowhere safe\.$/s);
	});

	test.each([
		['<https://a.example>', 'Write the address as [text](https://...) instead of <https://...>.'],
		['<!-- x -->', 'MDX has no HTML comments: delete the comment.'],
		['a < b { c', 'Write \\{ for a brace in text, or put it in `code`.'],
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
			`1:1 the image "${address}" is not a picture beside the entry.`,
		]);
	});

	test('a reference-style image hides its address', () => {
		const found = check('![a][b]\n\n[b]: ./x.png');
		expect(found).toContain('1:1 reference-style images are not allowed.');
	});
});

describe('Markdown that a page cannot show well', () => {
	test.each([
		['- [ ] to do', '1:1 a task list gives checkboxes that nobody can name.'],
		['Text.[^1]\n\n[^1]: Note.', '1:6 "footnoteReference" is not plain Markdown.'],
		['# Title', '1:1 a heading of level 1 is not allowed.'],
		['Title\n=====', '1:1 a heading of level 1 is not allowed.'],
		['#### Small', '1:1 a heading of level 4 is not allowed.'],
		['```python\nx\n```', '1:1 the code language "python" is not loaded.'],
		['---\na: b\n---\ntext', '1:1 "yaml" is not plain Markdown.'],
		['+++\na\n+++', '1:1 "toml" is not plain Markdown.'],
	])('%j', (text, message) => {
		expect(check(text)).toContain(message);
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
