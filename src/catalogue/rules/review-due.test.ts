import { describe, expect, test } from 'vitest';
import type { Entry } from '#catalogue/model/catalogue.ts';
import type { Pattern } from '#schemas/pattern.ts';
import { entry, problemsOf } from '#tests/support/build.ts';
import { reviewDueRule } from './review-due.ts';

/** Severity and words; the day of the tests is 2026-11-22. */
const found = async (...entries: readonly Entry[]) =>
	(await problemsOf(reviewDueRule, ...entries)).map(
		({ severity, message }) => `${severity ?? reviewDueRule.severity}: ${message}`,
	);
const pattern = (more: Partial<Pattern>) => entry('patterns', 'summary', more);

describe('a pattern', () => {
	test('is due after the months of its tier, on the day itself not yet late', async () => {
		expect(await found(pattern({ reviewed: '2025-11-22' }))).toEqual([]);
		expect(await found(pattern({ reviewed: '2025-11-21' }))).toEqual([
			'warning: the review was due on 2026-11-21, 1 day ago.',
		]);
	});

	test('of high tier fails when it is late by more days than the policy allows', async () => {
		expect(await found(pattern({ tier: 'high', reviewed: '2026-07-23' }))).toEqual([
			'warning: the review was due on 2026-10-23, 30 days ago.',
		]);
		expect(await found(pattern({ tier: 'high', reviewed: '2026-07-22' }))).toEqual([
			'error: the review was due on 2026-10-22, 31 days ago.',
		]);
	});

	test('of lower tier only ever warns', async () => {
		const [line] = await found(pattern({ tier: 'medium', reviewed: '2020-01-01' }));
		expect(line).toMatch(/^warning:/);
	});

	test('that is a draft, or withdrawn, is not asked', async () => {
		const old = { reviewed: '2020-01-01' };
		expect(await found(pattern({ ...old, status: 'draft' }))).toEqual([]);
		expect(await found(pattern({ ...old, status: 'withdrawn' }))).toEqual([]);
	});
});

test('a prompt follows the tier of its pattern', async () => {
	const prompt = entry('prompts', 'ask', { 'catalogue.reviewed': '2026-05-01' });
	expect(await found(pattern({}), prompt)).toEqual([]);
	expect(await found(pattern({ tier: 'medium' }), prompt)).toEqual([
		'warning: the review was due on 2026-11-01, 21 days ago.',
	]);
});

test('a use case follows its own tier', async () => {
	const useCase = entry('use-cases', 'desk', { tier: 'high', reviewed: '2026-08-21' });
	expect(await found(useCase)).toEqual(['warning: the review was due on 2026-11-21, 1 day ago.']);
});

test('whatever has no tier has the months of low', async () => {
	expect(await found(entry('controls', 'logging', { reviewed: '2025-11-01' }))).toEqual([
		'warning: the review was due on 2026-11-01, 21 days ago.',
	]);
	expect(await found(entry('controls', 'logging', { reviewed: '2026-01-01' }))).toEqual([]);
});

test('the record of a released prompt is not reviewed again', async () => {
	expect(
		await found(
			pattern({}),
			entry('releases', 'ask@0.9.0', { 'catalogue.reviewed': '2020-01-01' }),
		),
	).toEqual([]);
});
