import { expect, test } from 'vitest';
import type { Tier } from '#schemas/vocabularies.ts';
import { entry, problemsOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { tierConsistent } from './tier-consistent.ts';

const declared = (tier: Tier | undefined) => {
	const exposure = { ...minimal.patterns().exposure, data: 'confidential' as const };
	return problemsOf(tierConsistent, entry('patterns', 'summary', { tier, exposure }));
};

test('a declared tier may not be lower than the computed one', async () => {
	expect(await declared('low')).toMatchObject([
		{
			path: ['tier'],
			message: 'the declared tier "low" is lower than the computed tier "medium".',
			fix: 'Remove `tier`. It is medium because: Its data is confidential.',
		},
	]);
});

test.each([undefined, 'medium', 'high'] as const)('a declared tier of %s is fine', async (tier) => {
	expect(await declared(tier)).toEqual([]);
});
