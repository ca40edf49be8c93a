import { describe, expect, test } from 'vitest';
import type { Pattern } from '#schemas/pattern.ts';
import { entry, messagesOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { logRetention } from './log-retention.ts';

const { telemetry } = minimal.policy();
const { exposure } = minimal.patterns();
const schooling: Partial<Pattern> = { exposure: { ...exposure, annexIII: 'education' } };
const own = (keepDays?: number): Partial<Pattern> => ({
	telemetry: [{ field: 'test.case', type: 'string', when: 'It ends', sensitive: false, keepDays }],
});
const check = (pattern: Partial<Pattern>, contract: Partial<typeof telemetry> = {}) =>
	messagesOf(
		logRetention,
		entry('patterns', 'summary', pattern),
		entry('policy', 'policy', { telemetry: { ...telemetry, ...contract } }),
	);
const allKept = (keepDays: number) => ({
	signals: telemetry.signals.slice(0, 1).map((signal) => ({ ...signal, keepDays })),
});

describe('where an area of Annex III is set', () => {
	test('the contract keeps each signal long enough', async () => {
		expect(await check(schooling, allKept(180))).toEqual([]);
		expect(await check(schooling, allKept(179))).toEqual([
			'the signal "Signal prompt" is kept for 179 days; education and vocational training falls under Annex III, which needs 180 days.',
		]);
	});

	test('so does the pattern for its own fields', async () => {
		expect(await check({ ...schooling, ...own(30) })).toEqual([
			'"test.case" is kept for 30 days; education and vocational training falls under Annex III, which needs 180 days.',
		]);
		expect(await check({ ...schooling, ...own(200) })).toEqual([]);
	});
});

test('a pattern can keep a field of the contract for longer than the contract does', async () => {
	const [signal] = telemetry.signals;
	const keeps = (keepDays: number): Partial<Pattern> => ({
		...schooling,
		telemetry: (signal?.fields ?? []).map((field) => ({
			field,
			type: 'string',
			when: 'It ends',
			sensitive: false,
			keepDays,
		})),
	});
	expect(await check(keeps(190), allKept(30))).toEqual([]);
	expect(await check(keeps(170), allKept(30))).toContainEqual(
		expect.stringMatching(/^the signal "Signal prompt" is kept for 30 days/),
	);
});

test('elsewhere shorter is fine', async () => {
	expect(await check(own(30), allKept(30))).toEqual([]);
});

test('nothing is kept beyond the stated maximum', async () => {
	expect(await check(own(401), allKept(401))).toEqual([
		'the signal "Signal prompt" is kept for 401 days.',
		'"test.case" is kept for 401 days.',
	]);
	expect(await check(own(400), allKept(400))).toEqual([]);
});
