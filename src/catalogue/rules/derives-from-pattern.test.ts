import { describe, expect, test } from 'vitest';
import type { Pattern } from '#schemas/pattern.ts';
import type { UseCase } from '#schemas/use-case.ts';
import { entry, messagesOf, problemsOf } from '#tests/support/build.ts';
import { derivesFromPattern } from './derives-from-pattern.ts';

const check = (useCase: Partial<UseCase>, pattern: Partial<Pattern> = {}) =>
	messagesOf(
		derivesFromPattern,
		entry('use-cases', 'desk', {
			builtOn: { version: '0.9.0', digest: '0'.repeat(64) },
			...useCase,
		}),
		entry('patterns', 'summary', { status: 'approved', changes, ...pattern }),
	);
const changes = ['1.0.0', '0.9.0'].map((version) => ({
	version,
	date: '2026-11-01',
	impact: 'minor' as const,
	summary: 'A version of it.',
}));
const use = (connector: string): UseCase['connectors'][number] => ({
	connector,
	access: 'invoke',
	data: 'internal',
});
const live: Partial<UseCase> = { state: 'live', liveSince: '2026-11-02' };

describe('the pattern it stands on', () => {
	test('is approved', async () => {
		expect(await check(live)).toEqual([]);
		expect(await check(live, { status: 'draft' })).toEqual(['the pattern "summary" is draft.']);
	});

	test('may still be proposed while the use is in the sandbox', async () => {
		expect(await check({}, { status: 'proposed' })).toEqual([]);
		const said = ['the pattern "summary" is proposed.'];
		expect(await check(live, { status: 'proposed' })).toEqual(said);
		expect(await check({ stage: 'early-production' }, { status: 'proposed' })).toEqual(said);
	});

	test('is edited without an error in the invented uses of the example', async () => {
		const severities = async (example?: true) => {
			const useCase = entry('use-cases', 'desk', { ...live, ...(example && { example }) });
			const pattern = entry('patterns', 'summary', { status: 'proposed', changes });
			const problems = await problemsOf(derivesFromPattern, useCase, pattern);
			return problems
				.filter(({ message }) => message.endsWith('is proposed.'))
				.map(({ severity }) => severity ?? 'error');
		};
		expect(await severities(true)).toEqual(['warning']);
		expect(await severities()).toEqual(['error']);
	});

	test('takes no new use once deprecated; a live one goes on', async () => {
		expect(await check({}, { status: 'deprecated' })).toEqual([
			'the pattern "summary" is deprecated.',
		]);
		expect(await check(live, { status: 'deprecated' })).toEqual([]);
	});

	test('that is withdrawn carries nothing but what is withdrawn too', async () => {
		expect(await check(live, { status: 'withdrawn' })).toEqual([
			'the pattern "summary" is withdrawn.',
		]);
		expect(await check({ status: 'withdrawn' }, { status: 'withdrawn' })).toEqual([]);
	});
});

describe('what was approved', () => {
	test('holds the tier: the same or stricter', async () => {
		expect(await check({}, { tier: 'medium' })).toEqual([
			'the tier is low; the pattern "summary" is medium.',
		]);
		expect(await check({ tier: 'high' }, { tier: 'medium' })).toEqual([]);
	});

	test('holds the data', async () => {
		expect(await check({ data: 'confidential' })).toEqual([
			'confidential data is used; the pattern "summary" is approved up to internal.',
		]);
		expect(await check({ data: 'public' })).toEqual([
			'"Wiki" contains internal data, but the use declares public.',
		]);
	});

	test('holds the connectors', async () => {
		expect(await check({ connectors: [use('gateway'), use('crm')] })).toEqual([
			'"crm" is not a connector of the pattern "summary".',
		]);
	});
});

test('a pattern that is not there is left to the check of references', async () => {
	expect(await check({ pattern: 'other' })).toEqual([]);
});
