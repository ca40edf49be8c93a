import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { itemOf, ref } from '#schemas/fields.ts';
import { collectionNames, collections } from '#schemas/index.ts';
import {
	docAt,
	isOptional,
	keysAt,
	metaOf,
	referencePlaces,
	unwrap,
	valuesAt,
} from './schema-walk.ts';

const schema = z.strictObject({
	name: z.string().describe('Its name.'),
	controls: z.array(ref('controls').describe('A control.')).default([]).describe('All controls.'),
	places: z.record(z.string(), z.strictObject({ team: ref('teams').optional() })),
	at: z.union([z.string(), z.strictObject({ from: ref('nodes'), to: z.string() })]).optional(),
	frameworks: z.array(z.strictObject({ framework: ref('frameworks'), item: itemOf('framework') })),
});

describe('doc text', () => {
	test.each([
		[['name'], 'Its name.'],
		[['controls'], 'All controls.'],
		[['controls', 4], 'A control.'],
		[['nowhere', 'at', 'all'], ''],
	])('at %j is %j', (path, doc) => expect(docAt(schema, path)).toBe(doc));
});

describe('keys', () => {
	test('of an object, of a branch of a union, and of nothing', () => {
		expect(keysAt(schema, [])).toEqual(['name', 'controls', 'places', 'at', 'frameworks']);
		expect(keysAt(schema, ['at'])).toEqual(['from', 'to']);
		expect(keysAt(schema, ['frameworks', 0])).toEqual(['framework', 'item']);
		expect(keysAt(schema, ['name'])).toEqual([]);
	});
});

test('optional means that the key may be left out', () => {
	expect(isOptional(schema.shape.controls)).toBe(true);
	expect(isOptional(schema.shape.at)).toBe(true);
	expect(isOptional(schema.shape.name)).toBe(false);
});

test('wrappers do not hide the schema or its marks', () => {
	expect(unwrap(schema.shape.controls).def.type).toBe('array');
	expect(metaOf(ref('risks').optional()).ref).toBe('risks');
});

test('references are found in lists, records and unions', () => {
	expect(referencePlaces(schema)).toEqual([
		{ path: ['controls', '*'], to: 'controls' },
		{ path: ['places', '*', 'team'], to: 'teams' },
		{ path: ['at', 'from'], to: 'nodes' },
		{ path: ['frameworks', '*', 'framework'], to: 'frameworks' },
		{ path: ['frameworks', '*', 'item'], itemOf: 'framework' },
	]);
});

test('every reference of every collection leads to a collection or a set that one defines', () => {
	const sets = new Set<string>(collectionNames);
	for (const name of collectionNames) {
		for (const set of Object.keys(collections[name].defines ?? {})) sets.add(set);
	}
	for (const name of collectionNames) {
		for (const { to } of referencePlaces(collections[name].schema))
			if (to) expect(sets).toContain(to);
	}
});

describe('values at a path', () => {
	const value = { a: [{ b: 1 }, {}, { b: 3 }], c: { x: { d: 1 }, y: { d: 2 } }, e: null };

	test.each([
		[
			['a', '*', 'b'],
			[
				[1, ['a', 0, 'b']],
				[3, ['a', 2, 'b']],
			],
		],
		[
			['c', '*', 'd'],
			[
				[1, ['c', 'x', 'd']],
				[2, ['c', 'y', 'd']],
			],
		],
		[['a', '2', 'b'], [[3, ['a', 2, 'b']]]],
		[['e', 'f'], []],
		[['constructor', 'name'], []],
		[['a', 'b'], []],
	])('%j', (path, found) => {
		expect(valuesAt(value, path).map(({ value: at, path: way }) => [at, way])).toEqual(found);
	});
});
