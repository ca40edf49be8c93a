import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, type Group, table, text, type Words } from '#catalogue/pages/blocks.ts';
import type { Custom } from '#catalogue/pages/custom.ts';
import type { Page, Section, TitleBlock } from '#catalogue/pages/page.ts';
import { openingPieces } from '#components/pattern/opening-html.ts';
import { partPieces, recordPieces, sectionPieces } from '#components/pattern/part-html.ts';
import { hostileText, shapeOf } from '#tests/support/html-shape.ts';
import { type Look, type Piece, piecesOf } from './block-html.ts';
import { entryBlockHtml } from './entry-block-html.ts';
import {
	answeredSections,
	entrySections,
	fullSections,
	promptSections,
	sideSections,
} from './section-html.ts';

const GATES: Custom = { name: 'gates', gates: [] };
const drawn: Block = { kind: 'custom', part: GATES, said: [] };
const group = (more: Partial<Group>, ...blocks: Block[]): Group => ({
	kind: 'group',
	blocks,
	...more,
});
const htmlOf = (blocks: readonly Block[], look: Look = { level: 3 }) => {
	const pieces = piecesOf(blocks, look);
	expect(pieces.every((piece) => typeof piece === 'string')).toBe(true);
	return pieces.join('');
};

const pageOf = (opening: readonly Section[]): Page => ({
	...{ collection: 'patterns', id: 'one', path: '/patterns/one/', title: 'One', summary: '' },
	...{ aliases: [], notices: [], sections: [], side: [], opening },
});

test('the first screen shows what it has, and folds whether it fits the data', () => {
	const section = (id: string): Section => ({ id, title: id, answer: 'Yes.', blocks: [] });
	const html = (...ids: string[]) => openingPieces(pageOf(ids.map(section))).join('');
	expect(html('verdict')).toContain('<p class="can-h"><span>Yes.</span></p></section>');
	expect(html('verdict')).not.toContain('<details');
	expect(html('a', 'b', 'c', 'd', 'e', 'f')).toMatch(
		/<details [^>]*data-form="\/patterns\/one\/copy\/"><summary>f<\/summary>/,
	);
});

test('blocks keep their distance, and a label is close to what it names', () => {
	const blocks = [text('One'), text('Two', 'label'), text('Three')];
	expect(htmlOf(blocks)).toBe('<p>One</p><p class="label mt-3">Two</p><p class="mt-1">Three</p>');
	expect(htmlOf(blocks, { level: 3, tight: true })).toBe(
		'<p>One</p><p class="label mt-1">Two</p><p class="mt-1">Three</p>',
	);
});

test('a heading is one level below that of the group around it, and small beside the page', () => {
	const inner = group({ title: 'Inner' }, text('A'));
	const outer = group({ id: 'place', title: 'Outer' }, inner);
	expect(htmlOf([outer])).toBe(
		'<div id="place"><h3 class="h-m">Outer</h3><div><h4>Inner</h4><p>A</p></div></div>',
	);
	expect(htmlOf([inner], { level: 3, side: true })).toContain('<h3 class="label mt-2">');
	expect(htmlOf([{ kind: 'columns', columns: [inner, group({}, inner)] }])).toBe(
		'<div class="two"><div><h3 class="h-m">Inner</h3><p>A</p></div><div><div><h3 class="h-m">Inner</h3><p>A</p></div></div></div>',
	);
});

test('what is folded says what is inside, and its address is inside what it opens', () => {
	const folded = group({ id: 'more', title: 'More', fold: 'closed', end: '2 & 3' }, text('A'));
	expect(htmlOf([folded, { ...folded, fold: 'open' }])).toBe(
		'<details class="more"><summary>More<span class="end">2 &amp; 3</span></summary><div class="body" id="more"><p>A</p></div></details>'
			.concat('<details class="more" open><summary>')
			.concat('More<span class="end">2 &amp; 3</span></summary><div class="body" id="more">')
			.concat('<p>A</p></div></details>'),
	);
});

test('a part with a component of its own stands where it belongs, however deep', () => {
	const note: Block = { kind: 'note', tone: 'info', words: 'Look:', more: [drawn] };
	const pieces = piecesOf([text('A'), group({ fold: 'open', title: 'B' }, note), text('C')], {
		level: 3,
	});
	expect(pieces).toEqual([
		'<p>A</p><details class="more mt-4" open><summary>B</summary><div class="body"><div class="note info"><p> Look:</p><div class="mt-2">',
		GATES,
		'</div></div></div></details><p class="mt-3">C</p>',
	]);
	const section: Section = { id: 'a', title: 'A', blocks: [drawn] };
	const part = { id: 'a', title: 'A', sections: [section] };
	expect(partPieces(part, new Map()).filter((piece) => piece === GATES)).toHaveLength(1);
});

test('a section does not say again what its part has said', () => {
	const section: Section = { id: 'fit', title: 'Fit', answer: 'Yes.', blocks: [] };
	expect(sectionPieces(section, new Map(), { id: 'fit', title: 'Fit', answer: 'Yes.' })).toEqual([
		'<section class="sec">',
		'</section>',
	]);
	expect(sectionPieces(section, new Map()).join('')).toBe(
		'<section class="sec"><header class="sec-top"><div class="sec-line"><h2 id="fit">Fit</h2></div><p class="ans">Yes.</p></header></section>',
	);
});

test('a cell without a second line has none', () => {
	const cells = [{ label: 'Owner', words: 'A team', sub: [undefined, ''] }];
	expect(entryBlockHtml({ cells })).toBe(
		'<dl class="tb mt-6" aria-label="Title block"><div class="c3"><dt>Owner</dt><dd>A team</dd></div></dl>',
	);
});

test('the choices above a table are known by their places, and the first is everything', () => {
	const filter = { all: 2, choices: [{ id: 'x', label: 'X', count: 1 }] };
	const rows = [{ cells: ['A'], kept: ['x', ''] }];
	const html = htmlOf([{ ...table('T', ['One'], []), filter, groups: [{ rows }] }]);
	expect(html).toContain('id="show-0" checked>All<span class="muted">2</span>');
	expect(html).toContain('id="show-1">X<span class="muted">1</span>');
	expect(html).toContain('<tr data-kept="1 0">');
});

test('no text becomes a tag or an attribute, wherever it stands', () => {
	const everything = (word: string, link: Words): Piece[] => {
		const inside: Block[] = [
			text(link),
			{ kind: 'list', items: [word, link] },
			{ kind: 'pairs', pairs: [[word, link, word]] },
			{ kind: 'command', label: word, command: word },
			{ kind: 'code', label: word, language: 'text', text: word, title: `a ${word}`, id: word },
			{ kind: 'note', tone: 'warn', fact: word, words: link, more: [text(word)] },
			{ kind: 'prose', part: 0 },
			{
				...table(
					word,
					[{ label: word, short: word, total: link }, { label: word }],
					[[word, link]],
				),
				filter: { all: 1, label: word, choices: [{ id: word, label: word, count: 1 }] },
			},
		];
		const note = { component: 'Note', props: { kind: word, title: word }, children: [] };
		const prose = new Map([[0, [note]]]);
		const block: TitleBlock = {
			stamp: { tone: 'ok', label: word, says: word, words: link },
			cells: [{ label: word, words: word, sub: link }],
		};
		const blocks = [
			group({ id: word, title: word, look: 'yes' }, ...inside),
			group({ id: word, title: word, fold: 'open', end: word }, ...inside),
			group({ title: link, fold: 'closed' }),
		];
		const section: Section = { id: word, title: word, answer: link, blocks };
		const part = { id: 'part', title: word, answer: word, state: link, sections: [section] };
		return [
			...partPieces(part, prose),
			...recordPieces(part, prose, { record: block, tags: [word] }),
			...entrySections([section, { ...section, title: '' }], prose),
			...answeredSections([section]),
			...sideSections([section], prose),
			...promptSections([section]),
			...fullSections([section]),
			...openingPieces({
				...pageOf([section, section, section, section, section, section]),
				title: word,
				summary: word,
				record: { stamp: { state: 'approved', words: word }, cells: [] },
			}),
		];
	};
	fc.assert(
		fc.property(hostileText, (word) => {
			const link = (words: string): Words => ({ kind: 'link', words, to: `/a/#${words}` });
			expect(shapeOf(everything(word, link(word)).join(''))).toEqual(
				shapeOf(everything('word', link('word')).join('')),
			);
		}),
	);
});
