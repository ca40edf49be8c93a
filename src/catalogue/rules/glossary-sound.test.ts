import { expect, test } from 'vitest';
import { entry, messagesOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { glossaryLinks, glossaryUsed } from './glossary-sound.ts';

const [least] = minimal.glossary().terms;
const term = (given: Partial<NonNullable<typeof least>>) => ({
	...least,
	id: 'leak',
	otherNames: [],
	see: [],
	linked: true,
	...given,
});
const glossary = (...terms: ReturnType<typeof term>[]) => entry('glossary', 'glossary', { terms });
const risk = entry(
	'risks',
	'leak',
	{},
	{ headings: [{ depth: 2, text: 'Signs', line: 9, column: 1 }] },
);

test.each(['gate', '/risks/leak/', '/risks/leak/#signs', '/risks/', '/portfolio/', '/glossary/'])(
	'a term may lead to %s',
	async (to) => {
		const gate = term({ id: 'gate', term: 'gate' });
		expect(await messagesOf(glossaryLinks, glossary(term({ see: [to] }), gate), risk)).toEqual([]);
	},
);

test.each([
	['leak', '"leak" leads to itself.'],
	['gates', '"gates" is not the id of a term.'],
	['/risks/gone/', '"/risks/gone/" is not a page of this catalogue.'],
	['/risks/leak', '"/risks/leak" is not a page of this catalogue.'],
	['/risks/leak/#nowhere', '"/risks/leak/#nowhere" is not a page of this catalogue.'],
	['/nowhere/', '"/nowhere/" is not a page of this catalogue.'],
	['//evil.example/', '"//evil.example/" is not a page of this catalogue.'],
	['https://evil.example/', '"https://evil.example/" is not the id of a term.'],
	['/constructor/leak/', '"/constructor/leak/" is not a page of this catalogue.'],
])('a term cannot lead to %s', async (to, message) => {
	expect(await messagesOf(glossaryLinks, glossary(term({ see: [to] })), risk)).toEqual([message]);
});

const uses = (text: string, given: Partial<ReturnType<typeof term>> = {}) =>
	messagesOf(
		glossaryUsed,
		glossary(term({ term: 'egress', otherNames: ['way out'], ...given })),
		entry('controls', 'logging', {}, { body: text }),
	);

test('a term is used if an entry says it by any of its names', async () => {
	expect(await uses('It stops all egress.')).toEqual([]);
	expect(await uses('It closes every way out.')).toEqual([]);
	expect(await uses('It logs.', { see: ['/portfolio/'] })).toEqual([]);
});

test('a term that no entry says is named', async () => {
	expect(await uses('It says regress.')).toEqual(['no entry uses the term "leak".']);
});
