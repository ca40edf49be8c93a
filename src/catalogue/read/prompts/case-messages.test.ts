import { expect, test } from 'vitest';
import { entry } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { renderCases } from './case-messages.ts';

const [first] = minimal.cases().cases;
if (!first) throw new Error('The minimal case file has no case.');
const cases = entry('cases', 'ask', {
	cases: [
		{ ...first, input: { question: 'Why?' } },
		{ ...first, input: { question: 'How?', tone: 'short' } },
	],
});
const prompt = entry(
	'prompts',
	'ask',
	{ input: { schema: { question: 'string', 'tone?': 'string' }, default: { tone: 'plain' } } },
	{ body: '{{question}} Be {{tone}}.' },
);

test('a default stands in for a value that a case leaves out, and for no other', () => {
	expect(renderCases(prompt, cases).map(({ messages }) => messages)).toEqual([
		[{ role: 'user', content: 'Why? Be plain.' }],
		[{ role: 'user', content: 'How? Be short.' }],
	]);
});

test('a prompt without a case file has no rendered case', () => {
	expect(renderCases(prompt, undefined)).toEqual([]);
});
