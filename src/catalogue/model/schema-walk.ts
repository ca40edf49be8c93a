/** Reads a zod schema as data: its fields by path, their doc text, and where references stand. */
import type { z } from 'zod';

export type Path = readonly PropertyKey[];

interface Meta {
	description?: string;
	/** What readers call the field: on its page, in the field reference, in reports and in search. */
	label?: string;
	/** Id of the section of the page that shows the field, where it has one of its own. */
	section?: string;
	ref?: string;
	itemOf?: string;
	vocabulary?: string;
	source?: string;
	enumDescriptions?: string[];
	minLength?: number;
	maxLength?: number;
	/** The words of a closed list that can be written; others are computed. */
	written?: readonly string[];
}

/** What zod keeps of a schema; only the parts that are read here. */
interface Definition {
	type: string;
	innerType?: z.ZodType;
	in?: z.ZodType;
	element?: z.ZodType;
	options?: z.ZodType[];
	valueType?: z.ZodType;
	shape?: Record<string, z.ZodType>;
}

const WRAPPERS = new Set([
	'optional',
	'default',
	'prefault',
	'nullable',
	'readonly',
	'pipe',
	'catch',
]);

/** zod's own definition of a schema. */
export function definition(schema: z.ZodType): Definition {
	// zod types `def` per class; here it is read structurally, whatever the class.
	return schema.def as unknown as Definition;
}

/** The doc text and marks of a schema, those of its inner schemas included. */
export function metaOf(schema: z.ZodType): Meta {
	const own = (schema.meta() ?? {}) as Meta;
	const inner = innerOf(schema);
	return inner ? { ...metaOf(inner), ...own } : own;
}

function innerOf(schema: z.ZodType): z.ZodType | undefined {
	const def = definition(schema);
	return WRAPPERS.has(def.type) ? (def.innerType ?? def.in) : undefined;
}

/** The schema without `optional`, `default` and the like around it. */
export function unwrap(schema: z.ZodType): z.ZodType {
	const inner = innerOf(schema);
	return inner ? unwrap(inner) : schema;
}

/** Whether the key may be left out. */
export function isOptional(schema: z.ZodType): boolean {
	return schema.safeParse(undefined).success;
}

/** Schemas one step further in: a key of an object, an item of a list, a value of a record. */
function step(schema: z.ZodType, key: PropertyKey): z.ZodType[] {
	const bare = unwrap(schema);
	const def = definition(bare);
	if (def.shape) {
		const field = def.shape[String(key)];
		return field ? [field] : [];
	}
	if (def.element) return [def.element];
	if (def.valueType) return [def.valueType];
	return (def.options ?? []).flatMap((option) => step(option, key));
}

/** The schemas a path may lead to: one, or several where a union stands on the way. */
export function fieldsAt(schema: z.ZodType, path: Path): z.ZodType[] {
	return path.reduce<z.ZodType[]>(
		(schemas, key) => schemas.flatMap((candidate) => step(candidate, key)),
		[schema],
	);
}

/** The keys an object at this path may have. */
export function keysAt(schema: z.ZodType, path: Path): string[] {
	const keys = (candidate: z.ZodType): string[] => {
		const def = definition(unwrap(candidate));
		return def.shape ? Object.keys(def.shape) : (def.options ?? []).flatMap(keys);
	};
	return [...new Set(fieldsAt(schema, path).flatMap(keys))];
}

/** Doc text of the field at this path, or an empty text. */
export function docAt(schema: z.ZodType, path: Path): string {
	return fieldsAt(schema, path).map((field) => metaOf(field).description)[0] ?? '';
}

/** Where references stand in a schema: a path with `*` for every item of a list or record. */
export interface ReferencePlace {
	path: readonly string[];
	/** The set of ids it must be in, for an id. */
	to?: string;
	/** The sibling key that names the framework, for an item of a framework. */
	itemOf?: string;
}

/** Every place of a schema where an id of another entry stands; computed once per schema. */
export function referencePlaces(schema: z.ZodType): ReferencePlace[] {
	const places: ReferencePlace[] = [];
	const visit = (current: z.ZodType, path: readonly string[]): void => {
		const { ref, itemOf } = metaOf(current);
		if (ref) places.push({ path, to: ref });
		if (itemOf) places.push({ path, itemOf });
		const def = definition(unwrap(current));
		if (def.shape)
			for (const [key, field] of Object.entries(def.shape)) visit(field, [...path, key]);
		if (def.element) visit(def.element, [...path, '*']);
		if (def.type === 'record' && def.valueType) visit(def.valueType, [...path, '*']);
		for (const option of def.options ?? []) visit(option, path);
	};
	visit(schema, []);
	// The branches of a union may each have the same field.
	const named = places.map((place) => [JSON.stringify(place), place] as const);
	return [...new Map(named).values()];
}

export interface Found {
	value: unknown;
	path: Path;
}

/** The values at a path with `*`, each with its exact path. */
export function valuesAt(value: unknown, path: readonly string[]): Found[] {
	let found: Found[] = [{ value, path: [] }];
	for (const step of path) {
		const next: Found[] = [];
		for (const { value: outer, path: at } of found) {
			if (typeof outer !== 'object' || outer === null) continue;
			if (step !== '*') {
				// Accepted by its schema, so it is a list or a plain record of unknown values.
				const inner = Object.hasOwn(outer, step)
					? (outer as Record<string, unknown>)[step]
					: undefined;
				if (inner !== undefined)
					next.push({ value: inner, path: [...at, Array.isArray(outer) ? Number(step) : step] });
			} else if (Array.isArray(outer)) {
				for (const [index, item] of outer.entries())
					next.push({ value: item, path: [...at, index] });
			} else {
				for (const [key, item] of Object.entries(outer))
					next.push({ value: item, path: [...at, key] });
			}
		}
		found = next;
	}
	return found;
}
