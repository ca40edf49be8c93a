/** Where data is: what the use says comes first, then what the connector says, else nobody knows. */
import { describe, expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { placesOf } from './places.ts';

const { connectors: used, model } = minimal['use-cases']();
const pattern = entry('patterns', 'summary');
const use = (id: string, countries?: string[]) =>
	entry('use-cases', id, { connectors: used.map((one) => ({ ...one, countries })) });

/** The places of a subject among these entries, by id. */
function places(subject: Parameters<typeof placesOf>[0], ...more: ReturnType<typeof use>[]) {
	const parts = [pattern, entry('models', 'small'), entry('connectors', 'gateway')];
	return byId(subject, catalogueOf(...parts, ...more));
}
const byId = (...[subject, catalogue]: Parameters<typeof placesOf>) =>
	Object.fromEntries(
		placesOf(subject, catalogue).map(({ entry: { id }, countries, from }) => [
			id,
			[from, countries],
		]),
	);

describe('the countries of a use', () => {
	test('are those that it names itself, else those of the connector', () => {
		const desk = use('desk', ['GB']);
		expect(places(desk)).toEqual({ small: ['entry', undefined], gateway: ['use', ['GB']] });
		const named = entry('connectors', 'gateway', { countries: ['DE'] });
		expect(byId(use('plain'), catalogueOf(pattern, named))).toEqual({
			gateway: ['entry', ['DE']],
		});
	});

	test('include those of the model that takes over, once', () => {
		const spare = entry('models', 'spare', { countries: ['IE'] });
		const small = entry('models', 'small', { countries: ['GB'] });
		const withSpare = entry('use-cases', 'desk', { model: { ...model, fallback: 'spare' } });
		const same = entry('use-cases', 'desk', { model: { ...model, fallback: 'small' } });
		const ids = (one: typeof same) =>
			placesOf(one, catalogueOf(pattern, small, spare)).map(({ entry: { id } }) => id);
		expect(ids(withSpare)).toEqual(['small', 'spare']);
		expect(ids(same)).toEqual(['small']);
	});
});

test('a connector that a subject goes through in two ways is one place', () => {
	const [one] = used;
	const twice = one ? [one, { ...one, countries: ['GB'] }] : [];
	const desk = entry('use-cases', 'desk', { connectors: twice });
	expect(placesOf(desk, catalogueOf(pattern, entry('connectors', 'gateway')))).toMatchObject([
		{ countries: ['GB'] },
	]);
	const { connectors } = pattern.data;
	const both = entry('patterns', 'summary', { connectors: [...connectors, ...connectors] });
	const gateway = entry('connectors', 'gateway');
	expect(placesOf(both, catalogueOf(both, gateway))).toHaveLength(1);
});

describe('the countries of a pattern', () => {
	test('are those of all its uses, each once', () => {
		const all = [use('a', ['GB']), use('b', ['IE', 'GB'])];
		expect(places(pattern, ...all)).toMatchObject({ gateway: ['uses', ['GB', 'IE']] });
	});

	test('are unknown while one use does not say, or nobody uses it', () => {
		expect(places(pattern, use('a', ['GB']), use('b'))).toMatchObject({
			gateway: ['uses', undefined],
		});
		expect(places(pattern)).toMatchObject({ gateway: ['entry', undefined] });
	});
});
