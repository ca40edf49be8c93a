import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jpeg, png } from '#tests/support/pictures.ts';
import { checkLogo, LARGEST_LOGO } from './logo.ts';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text));
const NS = 'xmlns="http://www.w3.org/2000/svg"';
const svg = (inside: string, attributes = 'viewBox="0 0 120 24"') =>
	`<svg ${NS} ${attributes}>${inside}</svg>`;
const check = (text: string) => checkLogo('content/brand/logo.svg', bytes(text));

describe('a logo that draws has its sides', () => {
	test.each([
		['by what it shows', svg('<path d="M0 0h9"/>'), 120, 24],
		['by its own size', svg('', 'width="60px" height="20" viewBox="0 0 1 1"'), 60, 20],
		['where its width is a share', svg('', 'width="100%" viewBox="0,0,30,10"'), 30, 10],
		[
			'with a declaration and a doctype',
			`<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg('<g/>')}`,
			120,
			24,
		],
		[
			'with gradients, styles and parts of itself',
			svg(
				'<style>.a{fill:url(#g)} @media (prefers-color-scheme: dark){.a{fill:#fff}}</style><defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><path class="a" d="M0 0h9" style="fill:url(#g)" clip-path="url( \'#c\' )"/><use href="#g"/>',
			),
			120,
			24,
		],
		[
			'with what a drawing program adds',
			svg(
				'<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata><g i:label="x" xmlns:i="http://www.inkscape.org/namespaces/inkscape"/>',
			),
			120,
			24,
		],
	])('%s', (_, text, width, height) => {
		expect(check(text)).toEqual({ width, height });
	});

	test('a png has those of its head', () => {
		expect(checkLogo('content/brand/logo.png', png)).toEqual({ width: 2, height: 3 });
	});
});

describe('a logo that does more than draw says what and where', () => {
	test.each([
		['a script', '<script>alert(1)</script>', 'contains <script>'],
		[
			'a script by another prefix',
			'<x:script xmlns:x="http://www.w3.org/2000/svg"/>',
			'contains <script>',
		],
		['a handler', '<g onclick="x()"/>', 'has the attribute onclick'],
		['a handler in capitals', '<g OnLoad="x()"/>', 'has the attribute OnLoad'],
		['a page', '<foreignObject><p/></foreignObject>', 'contains <foreignObject>'],
		['HTML', '<b xmlns="http://www.w3.org/1999/xhtml"/>', 'contains <b>'],
		['a link', '<a href="#x"/>', 'contains <a>'],
		['a picture', '<image href="data:image/png;base64,AA"/>', 'contains <image>'],
		['animation', '<set attributeName="href" to="javascript:x()"/>', 'contains <set>'],
		['a filter that loads', '<filter><feImage href="#a"/></filter>', 'contains <feImage>'],
		['a part of another file', '<use href="https://x.example/a.svg#a"/>', 'refers to another file'],
		[
			'the same in the old way',
			'<use xlink:href="//x.example/#a" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
			'refers to another file',
		],
		['another base', '<g xml:base="https://x.example/"/>', 'refers to another file'],
		['a fill from elsewhere', '<g fill="url(https://x.example/#a)"/>', 'refers to another file'],
		['a style from elsewhere', '<g style="fill:url(a.svg#b)"/>', 'has a style that can load'],
		['an import', '<style>@import "https://x.example/a.css";</style>', 'has a style that can load'],
		[
			'an import in CDATA',
			'<style><![CDATA[@import "a.css";]]></style>',
			'has a style that can load',
		],
		[
			'a style in two parts',
			'<style>a{fill:u<![CDATA[rl(x)]]>}</style>',
			'has a style that can load',
		],
		[
			'a style around a comment',
			'<style>a{fill:ur<!-- -->l(x)}</style>',
			'has a style that can load',
		],
		['a font', '<style>@font-face{src:local(x)}</style>', 'has a style that can load'],
		['an escape', '<style>a{fill:\\75rl(x)}</style>', 'has a style that can load'],
		['an escaped character', '<g fill="ur&#108;(x)"/>', 'refers to another file'],
		['a stylesheet', '<?xml-stylesheet href="a.css"?>', 'has the instruction <?xml-stylesheet?>'],
		['too many uses', '<use href="#a"/>'.repeat(21), 'uses parts of itself more than 20 times'],
		['an open element', '<g>', 'is not well-formed XML'],
		['an unknown entity', '<g id="&x;"/>', 'is not well-formed XML'],
	])('%s', (_, inside, message) => {
		const found = check(`${svg(`\n  ${inside}`)}`);
		expect(found).toMatchObject({ message: expect.stringContaining(message) });
		expect(found).toMatchObject({ at: { line: 2 } });
	});

	test.each([
		['entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`, 'declares entities'],
		['an HTML page', '<html><body/></html>', 'its first element is <html>'],
		['another vocabulary', '<svg viewBox="0 0 1 1"/>', 'its first element is <svg>'],
		['no size', svg('', ''), 'does not say how large it is'],
		['no height', svg('', 'viewBox="0 0 10 0"'), 'does not say how large it is'],
		['nothing', '', 'is empty'],
		['text', 'hello', 'is not well-formed XML'],
		['too wide', svg('', 'viewBox="0 0 700 100"'), 'does not fit in the header'],
		['too high', svg('', 'viewBox="0 0 10 100"'), 'does not fit in the header'],
		['too large', svg('x'.repeat(LARGEST_LOGO)), 'is 31 kB'],
	])('%s', (_, text, message) => {
		expect(check(text)).toMatchObject({ message: expect.stringContaining(message) });
	});

	test.each([
		['a jpeg', 'logo.jpg', jpeg(9, 9), 'is not an svg or png file'],
		['a jpeg called png', 'logo.png', jpeg(9, 9), 'its first bytes say jpeg'],
		['an svg called png', 'logo.png', bytes(svg('')), 'its first bytes say svg'],
		['a png called svg', 'logo.svg', png, 'is not UTF-8 text'],
		['a page', 'logo.html', bytes('<p>'), 'is not an svg or png file'],
	])('%s', (_, name, content, message) => {
		const found = checkLogo(`content/brand/${name}`, content);
		expect(found).toMatchObject({ message: expect.stringContaining(message) });
	});

	test('whatever the bytes, there is an answer', () => {
		const part = fc.constantFrom('<', '>', 'svg', '&', ';', '"', '<!--', ']]>', '<?', '<g', '/');
		fc.assert(
			fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 12 }), (parts) => {
				const found = check(svg(parts.join('')));
				expect('message' in found ? found.message : found.width).toBeTruthy();
			}),
			{ numRuns: 400 },
		);
	});
});
