import { expect, test } from 'vitest';
import type { Entry } from '#catalogue/model/catalogue.ts';
import type { Tier } from '#schemas/vocabularies.ts';
import { entry, messagesOf } from '#tests/support/build.ts';
import { supplierConcentration } from './supplier-concentration.ts';

const model = (id: string, supplier: string, fallback?: string) =>
	entry('models', id, { supplier, fallback });
const pattern = (id: string, models: string[], tier: Tier = 'high') =>
	entry('patterns', id, { models, tier });
const a = model('a', 'Supplier A');
const b = model('b', 'Supplier B');
const check = (...entries: readonly Entry[]) => messagesOf(supplierConcentration, ...entries);

test('more than half of the high patterns on one supplier is said at its model', async () => {
	expect(await check(a, b, pattern('p', ['a']), pattern('q', ['a']), pattern('r', ['b']))).toEqual([
		'2 of 3 high-tier patterns depend on "Supplier A" alone: p, q.',
	]);
});

test('half of them is not more than half', async () => {
	expect(await check(a, b, pattern('p', ['a']), pattern('q', ['b']))).toEqual([]);
});

test('patterns of lower tiers are not counted', async () => {
	expect(await check(a, pattern('p', ['a'], 'medium'))).toEqual([]);
});

test('a withdrawn pattern rests on nobody', async () => {
	const gone = entry('patterns', 'p', { models: ['a'], tier: 'high', status: 'withdrawn' });
	expect(await check(a, gone)).toEqual([]);
});

test('a second model or a fallback of another supplier is a way out', async () => {
	expect(await check(a, b, pattern('p', ['a', 'b']))).toEqual([]);
	expect(await check(model('a', 'Supplier A', 'b'), b, pattern('p', ['a']))).toEqual([]);
});

test('a fallback of the same supplier, however it is spelt, is none', async () => {
	const same = model('b', 'supplier a ');
	expect(await check(model('a', 'Supplier A', 'b'), same, pattern('p', ['a']))).toEqual([
		'1 of 1 high-tier patterns depend on "Supplier A" alone: p.',
	]);
});
