import { expect, test } from 'vitest';
import { wordingSchema } from './wording.ts';

const problemOf = (pattern: string) => {
	const read = wordingSchema.safeParse({ avoid: [{ pattern, better: 'other words' }] });
	return read.success ? undefined : read.error.issues[0]?.message;
};

test.each([
	'\\bstands? (?:in|on)\\b',
	'\\bread (?:\\w+ ){0,5}?beside\\b',
	'\\bis no (?!longer\\b)\\w+',
	'\\be\\.g\\.',
])('%s is accepted', (pattern) => expect(problemOf(pattern)).toBeUndefined());

test.each([
	['(a+)+b', 'without a limit'],
	['(?:a|aa)*b', 'without a limit'],
	['.*x', 'without a limit'],
	['[a-z]{2,}x', 'without a limit'],
	['\\w+\\w+x', 'two \\w+ in a row'],
	['\\w+(?:\\w+)x', 'two \\w+ in a row'],
	['(?:\\w+){0,4}x', 'no space in it'],
	['(?:a ){0,40}x', 'more than 5 times'],
	['a?a?a?a?a?a?a?a?a?a?a?aaaaaaaaaaa', 'more than 10 optional parts'],
	['(ab)\\1', 'refers back'],
	['(ab', 'not a regular expression'],
])('%s could be slow or is broken', (pattern, said) => expect(problemOf(pattern)).toContain(said));
