import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Policy } from '#schemas/policy.ts';
import { technique } from '#schemas/vocabularies.ts';
import { minimal } from '#tests/support/minimal.ts';
import { atLeast, computeTier, requiredControls, tierOf } from '../tier.ts';
import { answersFrom, answersOf, exposedBy, fromPattern, patternIn, queryOf } from './answers.ts';
import { choose } from './choose.ts';
import { type Answers, asked, questionIds, questionOf } from './questions.ts';

const policy: Policy = {
	...minimal.policy(),
	tiers: [
		{ tier: 'high', when: { decidesAboutPerson: true }, because: 'It decides.' },
		{ tier: 'high', when: { effect: ['acts-alone'], reach: ['external'] }, because: 'Alone.' },
		{ tier: 'high', when: { annexIII: ['education'] }, because: 'Annex III.' },
		{ tier: 'medium', when: { data: ['confidential'] }, because: 'Confidential.' },
		{ tier: 'medium', when: { technique: ['agent'] }, because: 'Own steps.' },
	],
	baselines: { low: ['log'], medium: ['override'], high: ['gate'] },
	conditions: [
		{ when: { untrustedInput: true }, because: 'Text from outside.', controls: ['filter'] },
	],
	highTier: { controls: ['playbook'], gate: 'gate', actions: ['write'] },
	personDecision: { controls: ['assessment', 'disclosure'], waivable: ['disclosure'] },
};

/** Answers to any of the questions. */
const someAnswers: fc.Arbitrary<Answers> = fc.record(
	Object.fromEntries(
		questionIds.map((id) => [id, fc.constantFrom(...questionOf(id).options.map((o) => o.value))]),
	),
	{ requiredKeys: [] },
);

describe('the tier', () => {
	test('rises with an answer and never falls, and so do the controls', () => {
		fc.assert(
			fc.property(someAnswers, someAnswers, (first, second) => {
				const before = choose(first, policy);
				const after = choose({ ...second, ...first }, policy);
				expect(atLeast(after.tier, before.tier)).toBe(true);
				const now = new Set(after.controls.map(({ control }) => control));
				expect(before.controls.filter(({ control }) => !now.has(control))).toEqual([]);
			}),
		);
	});

	test('of a whole set of answers is the one that a pattern with them has', () => {
		fc.assert(
			fc.property(someAnswers, (answers) => {
				const exposure = { ...minimal.patterns().exposure, ...exposedBy(answers).exposure };
				const pattern = { exposure, techniques: exposedBy(answers).techniques, tier: undefined };
				const chosen = choose(answersOf(pattern), policy);
				expect(chosen.tier).toBe(tierOf(pattern, policy));
				expect(chosen.reasons).toEqual(computeTier(pattern, policy).reasons);
				expect(chosen.controls.map(({ control }) => control)).toEqual(
					expect.arrayContaining(requiredControls(pattern, policy).map(({ control }) => control)),
				);
			}),
		);
	});

	test('can be raised only by the questions that it names', () => {
		fc.assert(
			fc.property(someAnswers, someAnswers, (first, second) => {
				const before = choose(first, policy);
				const settled = Object.fromEntries(
					Object.entries({ ...second, ...first }).filter(
						([id]) => !before.canRaise.some((one) => one === id),
					),
				);
				expect(choose(settled, policy).tier).toBe(before.tier);
			}),
		);
	});

	test('is final once no open question can raise it', () => {
		expect(choose({ decidesAboutPerson: 'yes' }, policy).canRaise).toEqual([]);
		expect(choose({ data: 'confidential', effect: 'drafts' }, policy).canRaise).toEqual([
			'decidesAboutPerson',
			'annexIII',
		]);
	});
});

describe('the advice', () => {
	test.each([
		[{}, 'open'],
		[{ data: 'internal' }, 'open'],
		[{ task: 'one-answer', decidesAboutPerson: 'yes' }, 'rules'],
		[{ task: 'several-answers' }, 'ai'],
		[{ task: 'several-answers', decidesAboutPerson: 'yes' }, 'person'],
		[{ decidesAboutPerson: 'yes' }, 'person'],
		[{ task: 'serious-harm' }, 'person'],
	] as const)('for %j is "%s"', (answers, advice) =>
		expect(choose(answers, policy).advice).toBe(advice),
	);

	test('sees that nobody would decide where a person must', () => {
		expect(choose({ task: 'serious-harm', effect: 'acts-alone' }, policy).clash).toBe(true);
		expect(choose({ task: 'several-answers', effect: 'acts-alone' }, policy).clash).toBe(false);
	});
});

test('what a decision about a person always needs is among the controls, with its reason', () => {
	const { controls, firm } = choose({ decidesAboutPerson: 'yes' }, policy);
	expect(controls.find(({ control }) => control === 'assessment')).toMatchObject({
		because: 'It influences a decision about a person.',
	});
	expect(controls.find(({ control }) => control === 'playbook')).toMatchObject({
		because: 'Always at high tier.',
	});
	expect(firm.has('assessment')).toBe(true);
	expect(firm.has('disclosure')).toBe(false);
});

describe('the questions', () => {
	test('are those that the policy looks at, with the four that are always asked', () => {
		expect(asked({ tiers: [], conditions: policy.conditions })).toEqual([
			'task',
			'problem',
			'data',
			'personalData',
			'untrustedInput',
		]);
		expect(asked(policy)).toContain('agent');
		expect(asked(policy)).not.toContain('retrieval');
	});

	test('about techniques know every technique', () => {
		expect(questionIds).toEqual(expect.arrayContaining(technique.values));
	});
});

describe('the address', () => {
	test('gives back any answers', () => {
		fc.assert(
			fc.property(someAnswers, (answers) => {
				expect(answersFrom(queryOf(answers))).toEqual({ answers: { ...answers }, unknown: [] });
			}),
		);
	});

	test('tells what no question knows, and keeps the rest', () => {
		expect(answersFrom('?data=secret&reach=team&__proto__=x&utm=1')).toEqual({
			answers: { reach: 'team' },
			unknown: ['data=secret', '__proto__=x', 'utm=1'],
		});
	});

	test('can name a pattern to start from, by its id and nothing else', () => {
		expect(patternIn(fromPattern('knowledge-summary'))).toBe('knowledge-summary');
		expect(patternIn('?data=internal')).toBeUndefined();
		for (const id of ['../policy', 'a/b', '', 'A', '%2e%2e'])
			expect(patternIn(`?pattern=${id}`)).toBeUndefined();
	});

	test('is empty without an answer', () => expect(queryOf({})).toBe(''));
});
