import { expect, test } from 'vitest';
import type { Pattern } from '#schemas/pattern.ts';
import { entry, messagesOf } from '#tests/support/build.ts';
import { effortStated } from './effort-stated.ts';

const check = (over: Partial<Pattern>) =>
	messagesOf(effortStated, entry('patterns', 'summary', over));

test('a proposed or approved pattern says what a team needs to start', async () => {
	for (const status of ['proposed', 'approved', 'deprecated'] as const) {
		expect(await check({ status, effort: undefined })).toEqual([
			'it does not say what a team needs to start.',
		]);
		expect(await check({ status })).toEqual([]);
	}
});

test('a draft can leave it open, and a withdrawn pattern no longer needs it', async () => {
	for (const status of ['draft', 'withdrawn'] as const) {
		expect(await check({ status, effort: undefined })).toEqual([]);
	}
});
