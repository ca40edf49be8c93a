import { describe, expect, test } from 'vitest';
import type { UseCase } from '#schemas/use-case.ts';
import { entry, messagesOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { countriesAgree } from './countries-agree.ts';

const { model } = minimal['use-cases']();
const check = (
	more: Partial<UseCase['model']>,
	countries: string[] | undefined,
	other = countries,
) =>
	messagesOf(
		countriesAgree,
		entry('use-cases', 'desk', { model: { ...model, ...more } }),
		entry('models', 'small', { countries }),
		entry('models', 'spare', { countries: other }),
	);

describe('a use names where its data is', () => {
	test('as the model does, or in some of its countries', async () => {
		expect(await check({ countries: ['DE'] }, ['DE', 'IE'])).toEqual([]);
	});

	test('alone, where the model does not, and not at all where the model does', async () => {
		expect(await check({ countries: ['DE'] }, undefined)).toEqual([]);
		expect(await check({}, ['DE'])).toEqual([]);
	});

	test('but in no country that the model or the one that takes over does not name', async () => {
		expect(await check({ countries: ['DE', 'FR'] }, ['DE', 'IE'])).toEqual([
			'"small" does not keep data in France (FR); it names DE, IE.',
		]);
		const spare = { fallback: 'spare', fallbackCountries: ['US'] };
		expect(await check(spare, ['US'], ['DE'])).toEqual([
			'"spare" does not keep data in United States (US); it names DE.',
		]);
	});
});
