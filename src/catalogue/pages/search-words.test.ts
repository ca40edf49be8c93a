import { describe, expect, test } from 'vitest';
import { exactPaths, type SearchNames, spelling, wordsOf } from './search-words.ts';

const known: SearchNames = {
	names: [
		['Prompt injection', '/risks/prompt-injection/', 'jailbreak', 'hidden instructions'],
		['Jailbreak', '/controls/jailbreak/'],
		['Support case triage', '/patterns/support-case-triage/', 'ticket classification'],
	],
	words: ['classification', 'governance', 'injection', 'model', 'prompt', 'summarise', 'triage'],
};

test('words are split where the index splits them', () => {
	expect(wordsOf('LLM01:2026, “Art. 14”')).toEqual(['llm01', '2026', 'art', '14']);
});

describe('spelling', () => {
	test.each([
		['goverance', 'governance'],
		['model goverance', 'model governance'],
		['promt injecton', 'prompt injection'],
		['classificaton', 'classification'],
	])('%s is answered with %s', (query, meant) => {
		expect(spelling(query, known).meant).toBe(meant);
	});

	test.each([
		['the start of a word, because one is still typing', 'gover'],
		['another form of a word', 'classifications'],
		['another ending of a word', 'summarising'],
		['a number', '2026'],
		['a word too short to judge', 'zz'],
		['no word at all', ' '],
	])('%s is no mistake', (_what, query) => {
		expect(spelling(query, known)).toEqual({ unknown: [], meant: undefined });
	});

	test('a word with nothing near it is unknown, and nothing is guessed', () => {
		expect(spelling('xyzzy', known)).toEqual({ unknown: ['xyzzy'], meant: undefined });
	});

	test('a name written as one word is found by the whole name', () => {
		expect(spelling('promptinjection', known).meant).toBe('Prompt injection');
	});
});

describe('exact names', () => {
	test('a title comes before the same word as another name', () => {
		expect(exactPaths('jailbreak', known.names)).toEqual([
			'/controls/jailbreak/',
			'/risks/prompt-injection/',
		]);
	});

	test('case and punctuation do not matter', () => {
		expect(exactPaths('Ticket-Classification', known.names)).toEqual([
			'/patterns/support-case-triage/',
		]);
	});

	test('a part of a name is not exact', () => {
		expect(exactPaths('prompt', known.names)).toEqual([]);
		expect(exactPaths('', known.names)).toEqual([]);
	});
});
