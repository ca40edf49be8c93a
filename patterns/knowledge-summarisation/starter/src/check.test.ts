import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAnswer } from './check.ts';
import { promptNamed, readPrompts } from './prompts/prompt-library.ts';
import { ROOT } from './root.ts';
import { GOOD, SUPPORTED, TEXT, verdict } from './testing.ts';
import { readVerdicts } from './verify.ts';

const prompts = await readPrompts(ROOT);
const { output } = promptNamed('summarise-with-sources', prompts);
const { output: verdicts } = promptNamed('check-summary-support', prompts);
const source = { title: 'Loan', owner: 'Workplace Services', updated: '2026-08-03', text: TEXT };
const sources = [
	{ id: 'K1', ...source },
	{ id: 'K2', ...source },
];
const checked = (answer: unknown) => checkAnswer(JSON.stringify(answer), output, sources, 3);
const [first] = GOOD.statements;
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
const gap = { ...GOOD, decision: 'abstain', title: '', statements: [], missing: ['The price.'] };
const conflict = { about: 'K1 says 14, K2 says 15.', sources: ['K1', 'K2'] };

for (const [what, answer] of [
	['a brief with known sources', GOOD],
	['an abstention that says what is missing', gap],
	['a partial answer that is a conflict', { ...gap, decision: 'partial', conflicts: [conflict] }],
	['a statement of 30 words', { ...GOOD, statements: [{ ...first, text: words(30) }] }],
] as const) {
	test(`output-validation: ${what} is taken`, () => {
		assert.deepEqual(checked(answer).problems, []);
	});
}

for (const [what, answer] of [
	['a statement of 31 words', { ...GOOD, statements: [{ ...first, text: words(31) }] }],
	['a statement of 301 letters', { ...GOOD, statements: [{ ...first, text: 'x'.repeat(301) }] }],
	['a title of 31 words', { ...GOOD, title: words(31) }],
	['a missing part of 31 words', { ...gap, missing: [words(31)] }],
	['one statement too many', { ...GOOD, statements: [first, first, first, first] }],
	['an answer without statements', { ...GOOD, statements: [] }],
	['a full answer with parts missing', { ...GOOD, missing: ['The price.'] }],
	['an abstention with a statement', { ...GOOD, decision: 'abstain' }],
	['a partial answer that is empty', { ...gap, decision: 'partial' }],
	[
		'a conflict with an unknown source',
		{ ...GOOD, conflicts: [{ about: 'x', sources: ['K1', 'K9'] }] },
	],
	[
		'a conflict of a source with itself',
		{ ...GOOD, conflicts: [{ about: 'x', sources: ['K1', 'K1'] }] },
	],
	['a decision nobody asked for', { ...GOOD, decision: 'maybe' }],
	['a field nobody asked for', { ...GOOD, reply: 'Dear colleague' }],
] as const) {
	test(`output-validation: ${what} is not taken`, () => {
		const { draft, problems } = checked(answer);
		assert.equal(draft, undefined);
		assert.ok(problems.length > 0);
	});
}

test('grounding-citations: statements without a source or with an unknown one are dropped', () => {
	const statements = [first, { ...first, sources: [] }, { ...first, sources: ['K1', 'K9'] }];
	const { draft, dropped } = checked({ ...GOOD, statements });
	assert.deepEqual(draft?.statements, [first]);
	assert.equal(dropped.length, 2);
});

test('abuse-monitoring: a flag on a source that was not given does not count', () => {
	const { draft } = checked({ ...GOOD, suspiciousSources: ['K2', 'K9', 'K2'] });
	assert.deepEqual(draft?.suspiciousSources, ['K2']);
});

for (const [what, answer] of [
	['too few', { verdicts: [] }],
	['too many', { verdicts: [verdict(1), verdict(2)] }],
	['on another number', { verdicts: [verdict(2)] }],
	['with a word nobody knows', { verdicts: [verdict(1, { verdict: 'plausible' })] }],
	['in prose', 'Fine.'],
] as const) {
	test(`output-validation: verdicts ${what} are not taken`, () => {
		const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
		const read = readVerdicts(text, verdicts, 1);
		assert.deepEqual(read.verdicts, []);
		assert.ok(read.problems.length > 0);
	});
}

test('output-validation: one verdict for each statement, in their order, is accepted', () => {
	assert.deepEqual(readVerdicts(JSON.stringify(SUPPORTED), verdicts, 1).problems, []);
});
