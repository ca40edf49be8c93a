import { expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import type { Entry } from '../model/catalogue.ts';
import { termUses } from './term-uses.ts';

const glossary = entry('glossary', 'glossary', {
	terms: ['gate', 'tier'].map((term) => ({
		id: term,
		term,
		otherNames: [],
		definition: 'What it means in one sentence.',
		see: [],
		linked: true,
	})),
});
const say = (collection: 'controls' | 'guides', id: string, body: string) =>
	entry(collection, id, {}, { body });
const uses = (most: number, ...entries: readonly Entry[]) =>
	Object.fromEntries(
		[...termUses(catalogueOf(glossary, ...entries), { most })].map(([id, found]) => [
			id,
			found.map((one) => one.id),
		]),
	);

test('a term is used where prose or a sentence of the data says it; guides come first', () => {
	const first = entry('controls', 'first', { summary: 'It watches the gate of the house.' });
	const guide = say('guides', 'a-guide', 'Mind the gates.');
	expect(uses(3, first, guide)).toEqual({ gate: ['a-guide', 'first'] });
});

test('an id is no use, and a glossary does not use its own terms', () => {
	expect(uses(3, entry('controls', 'gate', { aliases: ['gate'] }))).toEqual({});
});

test('only so many are told, the same each time', () => {
	const all = ['d', 'b', 'c', 'a'].map((id) => say('controls', id, 'A gate of a tier.'));
	const told = { gate: ['a', 'b'], tier: ['a', 'b'] };
	expect(uses(2, ...all)).toEqual(told);
	expect(uses(2, ...all.reverse())).toEqual(told);
});

test('a term is found on either side of a line break, in its plural, and only within a limit', () => {
	const wide = entry('glossary', 'glossary', {
		terms: [
			{
				id: 'policy',
				term: 'house policy',
				otherNames: [],
				definition: 'What it means in one sentence.',
				see: [],
				linked: true,
			},
		],
	});
	const catalogue = catalogueOf(
		wide,
		say('controls', 'a', 'It logs.'),
		say('controls', 'b', 'House\npolicies.'),
	);
	expect(
		termUses(catalogue, { most: 1 })
			.get('policy')
			?.map(({ id }) => id),
	).toEqual(['b']);
	expect(termUses(catalogue, { most: 1, within: 1 }).size).toBe(0);
});
