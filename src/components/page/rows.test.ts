import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Words } from '#catalogue/pages/blocks.ts';
import { hostileText, shapeOf } from '#tests/support/html-shape.ts';
import { bodyHtml, definitionHtml, itemHtml, ruledHtml } from './rows.ts';

const cells = {
	width: 2,
	classes: [undefined, 'num'],
	head: 0,
	ids: false,
	placesOf: (kept: readonly string[]) => kept.join(' '),
};

test('a table has a body for each group, with its heading, rows and places', () => {
	const group = {
		id: 'high',
		title: 'High',
		rows: [
			{ id: 'one', cells: ['One', '1'], kept: ['a', 'b'] },
			{ cells: [], across: 'None', here: true },
		],
	};
	expect(bodyHtml(group, cells)).toBe(
		[
			'<tbody id="high" class="grp"><tr><th scope="rowgroup" colspan="2" class="dim">High</th></tr>',
			'<tr id="one" data-kept="a b"><th scope="row">One</th><td class="num">1</td></tr>',
			'<tr class="here"><td colspan="2">None</td></tr></tbody>',
		].join(''),
	);
});

test('the parts of a definition have classes where they are in a box', () => {
	expect(definitionHtml(['A', 'B'])).toBe('<dt>A</dt><dd>B</dd>');
	expect(definitionHtml(['A', 'B'], [])).toBe('<div><dt>A</dt><dd>B</dd></div>');
	expect(definitionHtml(['A', 'B'], ['box', 'name'])).toBe(
		'<div class="box"><dt class="name">A</dt><dd>B</dd></div>',
	);
});

test('no text becomes a tag or an attribute, wherever it stands', () => {
	fc.assert(
		fc.property(hostileText, (text) => {
			const inside: Words = { kind: 'link', words: text, to: `/a/#${text}` };
			const of = (word: string, link: Words) => [
				bodyHtml(
					{
						id: word,
						title: word,
						rows: [
							{ id: word, cells: [word, link], kept: [word] },
							{ cells: [], across: word },
						],
					},
					cells,
				),
				itemHtml(link, 'steps'),
				itemHtml(word, undefined),
				ruledHtml([word, link, word], 'ledger'),
				ruledHtml([word, word], 'facts'),
				ruledHtml([link, word], 'log', 'first'),
				definitionHtml([word, link], ['box']),
			];
			const plain: Words = { kind: 'link', words: 'word', to: '/a/#word' };
			expect(of(text, inside).map(shapeOf)).toEqual(of('word', plain).map(shapeOf));
		}),
	);
});

test('an option of a command never breaks between its hyphens', () => {
	const command = { kind: 'code', text: 'npm run approve -- x/a-b --seat <s>' } as const;
	expect(itemHtml(command, undefined)).toBe(
		'<li><code>npm run approve <span class="nowrap">--</span> x/a-b <span class="nowrap">--seat</span> &lt;s&gt;</code></li>',
	);
});
