import { describe, expect, test } from 'vitest';
import type { Found } from './find.ts';
import type { Card } from './format.ts';
import { lexiconOf, readQuestion } from './reading.ts';
import { grouped, marked, readingOf, whyOf } from './why.ts';

const lexicon = lexiconOf({ same: [['email', 'message']], means: [] });
const result = (matches: Found['matches'], card: Partial<Card> = {}): Found & Card => ({
	path: '/patterns/triage/',
	kind: 'pattern',
	score: 1,
	share: 1,
	title: 'Case triage',
	summary: 'Gives each case a queue.',
	aliases: ['ticket sorting'],
	matches,
	...card,
});
const textOf = (runs: readonly { text: string }[]) => runs.map(({ text }) => text).join('');

describe('why a page was found', () => {
	test('by another name, it says the name', () =>
		expect(textOf(whyOf(result([{ typed: 'tickets', word: 'tickets', field: 'aliases' }])))).toBe(
			'Also found under “ticket sorting”.',
		));

	test('by another word, it says both', () =>
		expect(textOf(whyOf(result([{ typed: 'email', word: 'message', field: 'summary' }])))).toBe(
			'For “email”, we also looked for message.',
		));

	test('by a question that it answers, it says so', () =>
		expect(textOf(whyOf(result([{ typed: 'rings', word: 'rings', field: 'asked' }])))).toBe(
			'“rings” is in a question that it answers.',
		));

	test('by its title, there is nothing to say', () =>
		expect(whyOf(result([{ typed: 'triage', word: 'triage', field: 'title' }]))).toEqual([]));

	test('by a word further down, it says where', () =>
		expect(textOf(whyOf(result([{ typed: 'queue', word: 'queue', field: 'summary' }])))).toBe(
			'“queue” is in the summary.',
		));
});

test('words of the question are marked in any form', () => {
	const runs = marked('Routes each case.', readQuestion('routing', lexicon));
	expect(runs.filter(({ mark }) => mark).map(({ text }) => text)).toEqual(['Routes']);
	expect(textOf(runs)).toBe('Routes each case.');
});

test('a question shows the other words it was read as', () =>
	expect(readingOf(readQuestion('email triage', lexicon))).toEqual([
		{ typed: 'email', others: ['message'] },
	]));

test('results come in groups, in the order of the best of each', () => {
	const kinds = ['risk', 'pattern', 'control', 'guide', 'rule'].map((kind) => ({ kind }));
	expect(grouped(kinds)).toEqual([
		{ title: 'Risks and controls', results: [{ kind: 'risk' }, { kind: 'control' }] },
		{ title: 'Patterns', results: [{ kind: 'pattern' }] },
		{ title: 'Guides, measures and other pages', results: [{ kind: 'guide' }, { kind: 'rule' }] },
	]);
});
