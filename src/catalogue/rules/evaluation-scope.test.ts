import { expect, test } from 'vitest';
import type { Pattern } from '#schemas/pattern.ts';
import { entry, problemsOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { evaluationScope } from './evaluation-scope.ts';

const { evaluation, exposure } = minimal.patterns();
const policy = entry('policy', 'policy', {
	evaluation: {
		...minimal.policy().evaluation,
		sensitive: ['abstention'],
		sensitiveMetrics: ['error-balance'],
	},
});
const found = async (pattern: Partial<Pattern>) =>
	(await problemsOf(evaluationScope, policy, entry('patterns', 'summary', pattern))).map(
		({ message, fix }) => `${message} ${fix}`,
	);

test('the five dimensions are enough at low tier', async () => {
	expect(await found({})).toEqual([]);
});

test('each of the five is covered', async () => {
	const limits = evaluation.limits.filter(({ dimension }) => dimension !== 'tone');
	expect(await found({ evaluation: { ...evaluation, limits } })).toEqual([
		'no limit covers tone. Add a limit for `tone`. Every evaluation covers it.',
	]);
});

test('high tier also looks at errors and abstention', async () => {
	expect(await found({ tier: 'high' })).toEqual([
		'no limit covers abstention. Add a limit for `abstention`. It is at high tier.',
		'the metric "error-balance" is missing. Add it with its target. It is at high tier.',
	]);
});

test('so does a decision about a person, and says so', async () => {
	const [first] = await found({ exposure: { ...exposure, decidesAboutPerson: true } });
	expect(first).toMatch(/It influences a decision about a person\.$/);
});

test('a high pattern with all of it is fine', async () => {
	const [limit] = evaluation.limits;
	const [metric] = minimal.patterns().metrics;
	const limits = limit
		? [...evaluation.limits, { ...limit, dimension: 'abstention' as const }]
		: [];
	const metrics = metric ? [{ ...metric, metric: 'error-balance' }] : [];
	expect(await found({ tier: 'high', evaluation: { ...evaluation, limits }, metrics })).toEqual([]);
});
