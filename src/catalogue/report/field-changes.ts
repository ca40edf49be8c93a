/** What differs between two versions of one entry's data, field by field, read by its schema. */

import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { targetSchema } from '#schemas/measure.ts';
import type { ChangeKind } from '#schemas/weighing.ts';
import { labelOf } from '../model/labels.ts';
import { definition, metaOf, unwrap } from '../model/schema-walk.ts';
import { movement } from './movement.ts';

/** An item of a list, with the schema it is read by. */
export interface Item {
	value: unknown;
	schema: z.ZodType;
}

export interface FieldChange {
	/** Keys from the top of the data; `*` stands for an item of a list. */
	path: readonly string[];
	/** What readers call each key of the path, by its schema. */
	labels: readonly string[];
	/** The items of lists that lie on the way, outermost first, as they are after the change. */
	items: readonly Item[];
	/** Schema of the value that changed. */
	schema: z.ZodType;
	kind: ChangeKind;
	before: unknown;
	after: unknown;
}

/** Fields that are one thing to a reader, however deep: `<collection>.<path>`. */
const WHOLE = new Set(['cases.cases.*', 'policy.tiers.*.when', 'policy.conditions.*.when']);

interface At {
	/** Collection, then path. */
	name: string;
	path: readonly string[];
	labels: readonly string[];
	items: readonly Item[];
}

/** Every difference between two data of one collection, in the order of the schema. */
export function fieldChanges(
	collection: string,
	schema: z.ZodType,
	before: unknown,
	after: unknown,
): FieldChange[] {
	return [
		...differences(schema, before, after, {
			name: collection,
			path: [],
			labels: [],
			items: [],
		}),
	];
}

function* differences(
	schema: z.ZodType,
	before: unknown,
	after: unknown,
	at: At,
): Generator<FieldChange> {
	if (isDeepStrictEqual(before, after) || (isNothing(before) && isNothing(after))) return;
	const bare = variantOf(schema, after ?? before);
	const { shape, element, type, valueType } = definition(bare);
	const leaf = (kind: ChangeKind): FieldChange => ({ ...at, schema, kind, before, after });
	if (element && (Array.isArray(before) || Array.isArray(after))) {
		yield* listDifferences(schema, element, listOf(before), listOf(after), at);
	} else if (before === undefined) yield leaf('added');
	else if (after === undefined) yield leaf('removed');
	else if (WHOLE.has(at.name) || isTarget(before) || isTarget(after)) yield leaf('changed');
	else if (shape && isRecord(before) && isRecord(after)) {
		for (const [key, field] of Object.entries(shape)) {
			yield* differences(field, before[key], after[key], inside(at, key, labelOf(key, field)));
		}
	} else if (type === 'record' && valueType && isRecord(before) && isRecord(after)) {
		for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
			yield* differences(
				valueType,
				before[key],
				after[key],
				inside(at, '*', '*', { value: { [KEY]: key }, schema: valueType }),
			);
		}
	} else yield leaf(movement(bare, before, after));
}

/** Under this key an item of a record carries the key it stands under. */
export const KEY = 'recordKey';

function* listDifferences(
	schema: z.ZodType,
	element: z.ZodType,
	before: readonly unknown[],
	after: readonly unknown[],
	at: At,
): Generator<FieldChange> {
	const gone = without(before, after);
	const come = without(after, before);
	if (gone.length === 0 && come.length === 0) {
		yield { ...at, schema, kind: 'reordered', before, after };
		return;
	}
	const sentences = isProse(element) && gone.length === come.length;
	for (const old of gone) {
		const name = nameOf(old);
		const index = sentences
			? 0
			: come.findIndex((item) => name !== undefined && nameOf(item) === name);
		const [partner] = index < 0 ? [] : come.splice(index, 1);
		const here = inside(at, '*', '*', { value: partner ?? old, schema: element });
		if (partner === undefined) {
			yield { ...here, schema: element, kind: 'removed', before: old, after: undefined };
		} else yield* differences(element, old, partner, here);
	}
	for (const item of come) {
		const here = inside(at, '*', '*', { value: item, schema: element });
		yield { ...here, schema: element, kind: 'added', before: undefined, after: item };
	}
}

const inside = (
	{ name, path, labels, items }: At,
	key: string,
	label: string,
	item?: Item,
): At => ({
	name: `${name}.${key}`,
	path: [...path, key],
	labels: [...labels, label],
	items: item === undefined ? items : [...items, item],
});

/** The items of one list that the other has not, each as often as it stands there more. */
function without(list: readonly unknown[], other: readonly unknown[]): unknown[] {
	const left = [...other];
	return list.filter((item) => {
		const index = left.findIndex((candidate) => isDeepStrictEqual(candidate, item));
		if (index >= 0) left.splice(index, 1);
		return index < 0;
	});
}

/** Keys that tell the items of a list apart: the first set of which an item has every key. */
const NAMED_BY = [
	['id'],
	['version'],
	['from', 'to'],
	['framework', 'item'],
	...['metric', 'control', 'rule', 'risk', 'connector', 'role', 'pattern', 'field', 'seat'].map(
		(key) => [key],
	),
	...['because', 'stage', 'access', 'name', 'case', 'what', 'item', 'topic', 'dimension'].map(
		(key) => [key],
	),
	...['do', 'when', 'kind'].map((key) => [key]),
] as const;

/** The keys that name an item, or none for an item that is no record. */
export function namingKeys(item: unknown): readonly string[] {
	if (!isRecord(item)) return [];
	return NAMED_BY.find((keys) => keys.every((key) => typeof item[key] === 'string')) ?? [];
}

function nameOf(item: unknown): string | undefined {
	const keys = namingKeys(item);
	if (keys.length === 0 || !isRecord(item)) return undefined;
	// A metric may stand twice, once for each of its parts.
	return JSON.stringify([...keys, 'part'].map((key) => item[key]));
}

/** The option of a union that the value is of; any other schema as it is. */
function variantOf(schema: z.ZodType, value: unknown): z.ZodType {
	const bare = unwrap(schema);
	const option = definition(bare).options?.find((one) => one.safeParse(value).success);
	return option ? variantOf(option, value) : bare;
}

/** Whether a list holds sentences, which are reworded, rather than ids, which come and go. */
function isProse(element: z.ZodType): boolean {
	const { ref, vocabulary } = metaOf(element);
	return definition(unwrap(element)).type === 'string' && !ref && !vocabulary;
}

const isTarget = (value: unknown) => isRecord(value) && targetSchema.safeParse(value).success;
const isNothing = (value: unknown) =>
	value === undefined || (Array.isArray(value) && value.length === 0);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Whether a value is a record of keys and values. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
