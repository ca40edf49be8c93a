import { expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import { checkAmongSound, entry } from '#tests/support/build.ts';
import { houseCatalogue } from '#tests/support/house/index.ts';
import { anchorsOf, sectionIds } from '../model/anchors.ts';
import { pageOf } from '../pages/index.ts';

const guide = entry('guides');
const risk = entry('risks');
const withBody = ({ source, body }: { source: string; body: string }, text: string) =>
	source.slice(0, source.length - body.length) + text;

const found = async (text: string) => {
	const { findings } = await checkAmongSound({
		[guide.file]: withBody(guide, text),
		[risk.file]: withBody(risk, '## Why it happens\n\nText.\n\n## Why it happens\n\nMore.\n'),
	});
	return findings
		.filter(({ rule }) => rule === 'fragments')
		.map(({ message, fix }) => `${message} ${fix}`);
};

test.each([
	'See [it](#the-first-part).\n\n## The *first* part\n\nText.',
	'See [it](#a-detail).\n\n## Part\n\n### A detail\n\nText.',
	'See [it](/risks/leak/#why-it-happens).',
	'See [the second of the name](/risks/leak/#why-it-happens-1).',
	'See [a section of every risk](/risks/leak/#answers).',
	'See [a section of every pattern](/patterns/summary/#controls).',
	'See [the page](/risks/leak/).',
	'See [it](#über-uns) and [it](#%C3%BCber-uns).\n\n## Über uns\n\nText.',
	'See [it](#見出し).\n\n## 見出し\n\nText.',
])('%j leads somewhere', async (text) => expect(await found(text)).toEqual([]));

test('a dead link to its own page comes with the nearest heading', async () => {
	expect(await found('See [it](#the-frist-part).\n\n## The first part\n\nText.')).toEqual([
		'the link "#the-frist-part" does not lead to a part of this page. Did you mean "#the-first-part"?',
	]);
});

test('a dead link without a near heading comes with the headings there are', async () => {
	expect(
		await found('See [it](#zebra-crossing-rules).\n\n## One\n\nText.\n\n## Two\n\nText.'),
	).toEqual([
		'the link "#zebra-crossing-rules" does not lead to a part of this page. Its headings: #one, #two.',
	]);
});

test('a heading of any script is missed', async () => {
	expect(await found('See [it](#見出).\n\n## 概要\n\nText.')).toHaveLength(1);
	expect(await found('See [it](/risks/leak/#%E6%A6%82).')).toHaveLength(1);
});

test('a dead link to another entry is one as well', async () => {
	expect(await found('See [it](/risks/leak/#why-it-hapens).')).toEqual([
		'the link "/risks/leak/#why-it-hapens" does not lead to a part of that page. Did you mean "/risks/leak/#why-it-happens"?',
	]);
});

test('every section that a page of this catalogue has can be linked to', async () => {
	const catalogue = await houseCatalogue();
	const context = contextOf(catalogue, (path) => path);
	const missing: string[] = [];
	for (const [collection, map] of Object.entries(catalogue.all)) {
		for (const one of map.values()) {
			if (['patterns', 'prompts'].includes(collection)) continue;
			const page = await pageOf(one, context);
			const known = anchorsOf(one);
			for (const { id } of page.sections) {
				if (id && !known.has(id)) missing.push(`${collection}/${one.id}#${id}`);
			}
		}
	}
	expect(missing).toEqual([]);
	expect(new Set(sectionIds('risks')).has('answers')).toBe(true);
});
