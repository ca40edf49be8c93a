import { describe, expect, test } from 'vitest';
import { boundsOf, outOf, targetProblem } from './bounds.ts';
import { lacksCurrency } from './currency.ts';
import { limitProblem } from './limit.ts';
import { goodIn } from './target.ts';

test.each([
	['% of tasks', { min: 0, max: 100 }],
	['share of cases', { min: 0, max: 100 }],
	['score from 1 to 5', { min: 1, max: 5 }],
	['score 1 to 5', { min: 1, max: 5 }],
	['score, 1\u20135', { min: 1, max: 5 }],
	['score out of 10', { min: 0, max: 10 }],
	['incidents per 1,000 tasks', { min: 0, max: Infinity }],
	['points above the baseline', { min: -Infinity, max: Infinity }],
])('the unit "%s" says which values it has', (unit, bounds) =>
	expect(boundsOf(unit)).toEqual(bounds),
);

describe('a wait has an end', () => {
	test.each(['seconds', 'minutes per contact', 'hours', 'days'])('in %s', (unit) => {
		expect(outOf(1e9, boundsOf(unit))).toMatch(/^more than/);
		expect(targetProblem({ atMost: 1e9 }, boundsOf(unit))?.message).toMatch(/cannot be missed/);
	});

	test('hours of many people add up', () =>
		expect(outOf(50_000, boundsOf('staff hours per month'))).toBeUndefined());
});

test('nothing is a hundred times as good as before', () => {
	expect(targetProblem({ improveBy: 10_000 }, boundsOf('contacts'))).toBeDefined();
	expect(targetProblem({ improveBy: 300 }, boundsOf('contacts'))).toBeUndefined();
});

describe('a release limit asks for the good direction', () => {
	const share = boundsOf('%');

	test.each([
		['false-negatives', { atLeast: 4 }],
		['false-positives', { atLeast: 6 }],
		['factuality', { atMost: 95 }],
		['safety', { atMost: 99 }],
		['task-success', { atLeast: 0.88 }],
	] as const)('%s %j is refused', (dimension, limit) =>
		expect(limitProblem(dimension, limit, share)).toBeDefined(),
	);

	test.each([
		['false-negatives', { atMost: 4 }],
		['safety', { atMost: 2 }],
		['safety', { atMost: 0 }],
		['abstention', { from: 8, to: 15 }],
		['abstention', { atLeast: 1 }],
		['relevance', { atLeast: 88 }],
	] as const)('%s %j is fine, as a measure may count failures', (dimension, limit) =>
		expect(limitProblem(dimension, limit, share)).toBeUndefined(),
	);

	test('a score between 0 and 1 is no fraction of a percentage', () =>
		expect(limitProblem('relevance', { atLeast: 0.85 }, boundsOf('score'))).toBeUndefined());
});

describe('an amount of money names its currency', () => {
	test.each([
		'currency per finished task',
		'money per case',
		'cost per case',
		'unit cost',
		'average price per call',
		'spend per month',
		'Costs in thousands',
	])('%s does not', (unit) => expect(lacksCurrency(unit)).toBe(true));

	test.each([
		'EUR per finished task',
		'cost in GBP per case',
		'\u00a3 per case',
		'euros per case',
		'cents per call',
		'% of costs',
		'share of revenue',
		'budget overruns per month',
		'cost centres',
		'tasks per hour',
		'score from 1 to 5',
		'minutes saved',
	])('%s does, or is no money', (unit) => expect(lacksCurrency(unit)).toBe(false));
});

describe('what a threshold calls good', () => {
	test.each([
		['At least 85 %, in every team', { from: 85 }],
		['5 to 15 %: above that, people stop asking', { from: 5, to: 15 }],
		['Right in at least 85% of 200 cases: enough to start', { from: 85 }],
		['Mean at least 3.8: the main point is met', { from: 3.8 }],
		['At most 8 s', { to: 8 }],
		['At least 92 % in service where a person reads; the reader catches the rest', { from: 92 }],
	])('%s', (text, range) => expect(goodIn(text)).toEqual(range));

	test.each([
		'Missed at most 2 %, raised at most 8 %',
		'At least 5 % below the baseline',
		'At least 10 % below, with no rise',
		'Capacity at least 1.5 times the busiest hour',
		'At most 20 % of blocks are wrong',
		'At most 8 s where a person waits; for work in the background, a tenth of the promised time.',
		'At most 15 s if a person waits. For work in the background, a tenth of the promised time.',
		'At least the rate of the manual process',
		'No target',
	])('"%s" is no range of the value itself', (text) => expect(goodIn(text)).toBeUndefined());
});
