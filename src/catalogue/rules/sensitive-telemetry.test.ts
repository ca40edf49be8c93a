import { describe, expect, test } from 'vitest';
import type { Pattern } from '#schemas/pattern.ts';
import type { Policy } from '#schemas/policy.ts';
import { entry, messagesOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { sensitiveTelemetry } from './sensitive-telemetry.ts';

const names = entry('frameworks', 'names', {
	items: [{ id: 'messages', title: 'Messages', kind: 'requirement', sensitive: true }],
});
const { telemetry, baselines } = minimal.policy();

describe('a field of the contract', () => {
	const check = (sensitive: boolean, policy: Partial<Policy> = {}) => {
		const [first, ...rest] = telemetry.signals;
		const signals = first ? [{ ...first, fields: ['messages'], sensitive }, ...rest] : [];
		const data = { telemetry: { ...telemetry, signals }, ...policy };
		return messagesOf(sensitiveTelemetry, names, entry('policy', 'policy', data));
	};

	test('is sensitive where the framework says so', async () => {
		expect(await check(false)).toEqual([
			'"messages" is sensitive in names, but the signal "Signal prompt" is not.',
		]);
		expect(await check(true)).toEqual([]);
	});

	test('is guarded by a control that every pattern has', async () => {
		expect(await check(true, { baselines: { ...baselines, low: [] } })).toEqual([
			'the signal "Signal prompt" is sensitive, but the low baseline has no control for it.',
		]);
	});
});

describe('a field of a pattern', () => {
	type Field = Pattern['telemetry'][number];
	const field: Field = {
		field: 'test.text',
		type: 'string',
		when: 'A note is saved',
		sensitive: true,
		keepDays: 90,
	};
	const check = (more: Partial<Field>, pattern: Partial<Pattern> = {}) =>
		messagesOf(
			sensitiveTelemetry,
			names,
			entry('patterns', 'summary', { telemetry: [{ ...field, ...more }], ...pattern }),
		);

	test('says how long it is kept where it is sensitive', async () => {
		expect(await check({})).toEqual([]);
		expect(await check({ keepDays: undefined })).toEqual([
			'"test.text" is sensitive, but nothing says how long it is kept.',
		]);
		expect(await check({ keepDays: undefined, sensitive: false })).toEqual([]);
	});

	test('is sensitive where the framework says so', async () => {
		expect(await check({ field: 'messages', sensitive: false })).toEqual([
			'"messages" is sensitive in names, but not here.',
		]);
	});

	test('is redacted by a control of the pattern', async () => {
		const controls = minimal.patterns().controls.map((use) => ({ ...use, control: 'other' }));
		expect(await check({}, { controls })).toEqual([
			'"test.text" is sensitive, but no control of this pattern redacts it.',
		]);
	});
});
