import { expect, test } from 'vitest';
import type { Expectation } from '#schemas/cases.ts';
import type { Variable } from '../read/prompts/variables.ts';
import { expectationWords } from './prompt-expectations.ts';
import { classWords, hintWords, limitWords } from './prompt-words.ts';

test.each<[Expectation, string]>([
	[{ type: 'is-json' }, 'The answer is JSON in the defined format.'],
	[{ type: 'field-equals', field: 'queue', value: 'billing' }, 'queue is "billing".'],
	[{ type: 'field-equals', field: 'suspicious', value: true }, 'suspicious is true.'],
	[{ type: 'field-one-of', field: 'queue', values: ['a', 'b'] }, 'queue is one of "a", "b".'],
	[{ type: 'field-one-of', field: 'queue', values: ['a'] }, 'queue is "a".'],
	[{ type: 'field-at-least', field: 'confidence', value: 0.8 }, 'confidence is at least 0.8.'],
	[{ type: 'field-at-most', field: 'priority', value: 2 }, 'priority is at most 2.'],
	[{ type: 'field-includes', field: 'quote', value: 'twice' }, 'quote contains "twice".'],
	[{ type: 'field-excludes', field: 'quote', value: 'twice' }, 'quote does not contain "twice".'],
	[{ type: 'field-empty', field: 'queue' }, 'queue is null, empty or absent.'],
	[{ type: 'includes', value: 'x' }, 'The answer contains "x".'],
	[{ type: 'excludes', value: 'x' }, 'The answer does not contain "x".'],
	[{ type: 'words-at-most', value: 90 }, 'The answer has at most 90 words.'],
])('an expectation reads as a sentence: %o', (expectation, sentence) => {
	expect(expectationWords(expectation)).toBe(sentence);
});

const variable: Variable = {
	name: 'names',
	type: 'list',
	required: true,
	description: '',
	choices: [],
	fields: [],
	label: 'Names',
	dataClass: 'confidential',
	personalData: 'ordinary',
	maxLength: 8000,
	maxItems: 20,
	untrusted: true,
	source: undefined,
};

test('a hint says type, limits, data class and trust', () => {
	expect(hintWords(variable)).toBe(
		'List of text, one per line, up to 20 entries, up to 8,000 characters each. Confidential, untrusted.',
	);
	const choice = {
		...variable,
		type: 'choice' as const,
		choices: ['a'],
		untrusted: false,
		maxLength: undefined,
		maxItems: undefined,
	};
	expect(hintWords(choice)).toBe('One of a list. Confidential.');
});

test('limits count in the singular too', () => {
	expect(limitWords({ type: 'list', maxItems: 1, maxLength: undefined })).toEqual([
		'up to 1 entry',
	]);
	expect(limitWords({ type: 'text', maxItems: undefined, maxLength: 80 })).toEqual([
		'up to 80 characters',
	]);
});

test('the data class names the kind of personal data', () => {
	expect(classWords(variable)).toBe('Confidential, ordinary personal data');
	expect(classWords({ ...variable, personalData: 'none' })).toBe('Confidential');
});
