/** Whole data from a part of it: what is not given is what a new entry would have. */
import type { z } from 'zod';
import { type CollectionName, collections, type DataOf } from '#schemas/index.ts';
import { definition, type Path, unwrap } from '../model/schema-walk.ts';
import { plain } from './plain.ts';
import { openField, type SkeletonWish } from './skeleton.ts';

type Ground = Pick<SkeletonWish, 'today' | 'anyId'>;

/** Part of data at any depth. */
export type Given<Value> = Value extends readonly (infer Item)[]
	? readonly Given<Item>[]
	: Value extends object
		? { readonly [Key in keyof Value]?: Given<Value[Key]> }
		: Value;

/**
 * Data that the schema of the collection accepts. What is given stands first and as it is, so a
 * field that becomes required anywhere in it is filled here, and nowhere else.
 *
 * @example
 * completed('models', { supplier: 'The supplier' }, ground).status // => 'draft'
 */
export function completed<Name extends CollectionName>(
	collection: Name,
	given: Given<DataOf<Name>>,
	ground: Ground,
): DataOf<Name> {
	const { schema } = collections[collection];
	const whole = filledIn(schema, given, ground);
	const { error } = schema.safeParse(whole);
	if (error) throw new Error(`The least data of ${collection} is refused: ${error.message}`);
	// The schema has just accepted it.
	return whole as DataOf<Name>;
}

/** The given part, with what its schema needs beside it. */
export const filledIn = (schema: z.ZodType, given: unknown, ground: Ground): unknown =>
	complete(schema, given, [], { ...ground, schema, given: {} });

function complete(field: z.ZodType, value: unknown, path: Path, wish: SkeletonWish): unknown {
	if (value === undefined) {
		const { success, data } = field.safeParse(undefined);
		return success ? data : plain(openField(field, path, wish));
	}
	const bare = unwrap(field);
	const { element, shape, options } = definition(bare);
	if (options && typeof value === 'object') {
		const fits = options.find((option) => option.safeParse(value).success);
		return fits ? complete(fits, value, path, wish) : value;
	}
	if (element && Array.isArray(value)) {
		return value.map((item: unknown, at) => complete(element, item, [...path, at], wish));
	}
	if (!shape || typeof value !== 'object' || value === null) return value;
	const found = new Map<string, unknown>(Object.entries(value));
	for (const [key, inner] of Object.entries(shape)) {
		const whole = complete(inner, found.get(key), [...path, key], wish);
		if (whole !== undefined) found.set(key, whole);
	}
	return Object.fromEntries(found);
}
