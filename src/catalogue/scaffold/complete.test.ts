import { expect, test } from 'vitest';
import { z } from 'zod';
import { type CollectionName, collectionNames, collections } from '#schemas/index.ts';
import { minimal } from '#tests/support/minimal.ts';
import { completed, filledIn } from './complete.ts';

const ground = { today: '2026-11-01', anyId: (set: string) => `any-${set.replace(/s$/, '')}` };

test.each(collectionNames)('the least data of %s is what its schema accepts, whole', (name) => {
	const data: unknown = minimal[name as CollectionName]();
	const read = collections[name].schema.safeParse(data);
	expect(read.error).toBeUndefined();
	// No default is left for the parser to add.
	expect(read.data).toEqual(data);
});

test('what is given stands first, and as it is given', () => {
	const model = completed('models', { retires: '2027-01-01', title: 'Small' }, ground);
	expect(Object.keys(model).slice(0, 2)).toEqual(['retires', 'title']);
	expect(model).toMatchObject({ retires: '2027-01-01', title: 'Small', status: 'draft' });
});

test('a field that becomes required is filled in at any depth', () => {
	const schema = z.strictObject({
		title: z.string(),
		parts: z.array(
			z.strictObject({
				name: z.string(),
				kind: z.enum(['first', 'second']),
				note: z.string().min(5),
			}),
		),
		beside: z.union([z.strictObject({ at: z.string() }), z.strictObject({ of: z.string() })]),
		left: z.string().optional(),
	});
	const given = { parts: [{ name: 'one' }, { name: 'two', kind: 'second' }], beside: { of: 'it' } };
	expect(filledIn(schema, given, ground)).toEqual({
		title: expect.any(String),
		parts: [
			{ name: 'one', kind: 'first', note: expect.stringMatching(/.{5}/) },
			{ name: 'two', kind: 'second', note: expect.stringMatching(/.{5}/) },
		],
		beside: { of: 'it' },
	});
});

test('no mark of the scaffold is left in it, so that no check calls it unfinished', () => {
	for (const name of collectionNames)
		expect(JSON.stringify(minimal[name]())).not.toContain('FILL:');
});

test('given data that the schema refuses is refused with the name of the collection', () => {
	expect(() => completed('models', { retires: 'soon' }, ground)).toThrow(
		'data of models is refused',
	);
});
