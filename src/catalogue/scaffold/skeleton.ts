/** A new entry of any collection, from its schema alone: what is required, marked where open. */
import type { z } from 'zod';
import { fill, fillField } from '../model/marker.ts';
import { definition, docAt, isOptional, metaOf, type Path, unwrap } from '../model/schema-walk.ts';
import { FIRST_VERSION, firstChange } from './prompt.ts';
import { explained, Noted, provisional, type Sketch } from './sketch.ts';

export interface SkeletonWish {
	schema: z.ZodType;
	/** Values the author gave, by the name of the top field. */
	given: Readonly<Record<string, Sketch | undefined>>;
	today: string;
	/** An id to stand in a reference until the right one is known. */
	anyId: (set: string) => string | undefined;
}

/** The data of the entry. Fields that may be left out are, but for the change log. */
export function skeleton(wish: SkeletonWish): Record<string, Sketch> {
	const usual: Readonly<Record<string, Sketch>> = {
		status: 'draft',
		version: FIRST_VERSION,
		reviewed: wish.today,
		changes: firstChange(wish.today, fill('What this first version offers')),
		aliases: provisional([], 'other names people search for'),
	};
	const fields = Object.entries(definition(unwrap(wish.schema)).shape ?? {});
	return Object.fromEntries(
		fields.flatMap(([key, field]): [string, Sketch][] => {
			const value = usual[key];
			// Another collection may use the same word for something else, such as the status of an edition.
			const known = value !== undefined && accepts(field, value) ? value : undefined;
			const whole = filled(field, wish.given[key] ?? known, [key], wish);
			return whole === undefined ? [] : [[key, whole]];
		}),
	);
}

/**
 * A value with what its schema needs beside it, at any depth and in the order of the schema. So a
 * field that becomes required is in every new entry, and no command has to know of it.
 */
function filled(
	field: z.ZodType,
	sketch: Sketch | undefined,
	path: Path,
	wish: SkeletonWish,
): Sketch | undefined {
	if (sketch === undefined) return isOptional(field) ? undefined : openField(field, path, wish);
	if (sketch instanceof Noted) {
		return new Noted(filled(field, sketch.value, path, wish) ?? '', sketch.note, sketch.above);
	}
	if (typeof sketch !== 'object') return sketch;
	const { element, shape } = definition(unwrap(field));
	if (isList(sketch)) {
		if (!element) return sketch;
		return sketch.map((item, at) => filled(element, item, [...path, at], wish) ?? item);
	}
	if (!shape) return sketch;
	const keys = new Set([...Object.keys(shape), ...Object.keys(sketch)]);
	return Object.fromEntries(
		[...keys].map((key) => {
			const inner = shape[key];
			return [key, inner ? filled(inner, sketch[key], [...path, key], wish) : sketch[key]];
		}),
	);
}

const isList = (sketch: Sketch): sketch is readonly Sketch[] => Array.isArray(sketch);

const accepts = (field: z.ZodType, value: Sketch) =>
	field.safeParse(value instanceof Noted ? value.value : value).success;

/** A value the schema accepts, marked as one to be replaced. */
export function openField(field: z.ZodType, path: Path, wish: SkeletonWish): Sketch {
	const bare = unwrap(field);
	const def = definition(bare);
	const { ref, description = String(path.at(-1)) } = metaOf(field);
	if (ref) return provisional(wish.anyId(ref) ?? 'to-be-named', description);
	if (def.type === 'enum') {
		const values = choicesOf(bare);
		return provisional(values[0] ?? '', `${description} One of: ${values.join(', ')}`);
	}
	if (def.type === 'literal') return literalOf(bare);
	if (def.type === 'boolean') return provisional(false, description);
	if (def.type === 'number') return provisional(leastNumber(bare), description);
	if (def.type === 'record') return provisional({}, description);
	if (def.shape) return openRecord(def.shape, path, wish);
	if (def.element) return openList(bare, def.element, path, wish);
	if (def.options?.[0]) return openField(def.options[0], path, wish);
	return openText(bare, path, wish);
}

function openRecord(fields: Record<string, z.ZodType>, path: Path, wish: SkeletonWish): Sketch {
	return Object.fromEntries(
		Object.entries(fields).flatMap(([key, field]) =>
			isOptional(field) ? [] : [[key, openField(field, [...path, key], wish)]],
		),
	);
}

/** As many entries as it needs at least; the doc text says what the list is for. */
function openList(list: z.ZodType, element: z.ZodType, path: Path, wish: SkeletonWish): Sketch {
	const doc = docAt(wish.schema, path);
	const least = [0, 1, 2, 3, 4, 5].find((count) => allowsCount(list, count)) ?? 1;
	if (least === 0) return provisional([], doc);
	const items = Array.from({ length: least }, (_, index) =>
		openField(element, [...path, index], wish),
	);
	return items.every((item) => typeof item === 'string') ? items : explained(items, doc);
}

function openText(text: z.ZodType, path: Path, { schema, today }: SkeletonWish): Sketch {
	const doc = docAt(schema, path) || docAt(schema, path.slice(0, -1)) || String(path.at(-1));
	const most = metaOf(text).maxLength;
	const candidates = [fillField(schema, path), fill(doc, most)];
	const marked = candidates.find((candidate) => text.safeParse(candidate).success);
	const isItem = typeof path.at(-1) === 'number';
	if (marked) return isItem && text.safeParse(fill(doc, most)).success ? fill(doc, most) : marked;
	// A date, a moment, a version, a digest or an address: something it accepts meanwhile.
	const accepted = [today, `${today}T09:00Z`, today.slice(0, 7), ...STAND_INS].find(
		(value) => text.safeParse(value).success,
	);
	return provisional(accepted ?? today, doc);
}

const STAND_INS = [FIRST_VERSION, 'https://organisation.example/', 'to-be-named', '0'.repeat(64)];

/** The one value a literal takes. */
function literalOf(schema: z.ZodType): Sketch {
	const value = 'value' in schema ? schema.value : undefined;
	return typeof value === 'string' || typeof value === 'boolean' ? value : String(value);
}

/** The values of a closed list, as zod keeps them. */
export function choicesOf(schema: z.ZodType): string[] {
	return 'options' in schema && Array.isArray(schema.options) ? schema.options.map(String) : [];
}

/** The least number it takes, of those that limits usually are. */
function leastNumber(schema: z.ZodType): number {
	// Nought is no limit, and one that is overlooked must not pass for one.
	return [1, 2, 5, 10, 100, 1000, 0].find((value) => schema.safeParse(value).success) ?? 1;
}

/** Whether a list is refused for another reason than the number of its entries, or not at all. */
function allowsCount(list: z.ZodType, count: number): boolean {
	const result = list.safeParse(Array.from({ length: count }));
	if (result.success) return true;
	return !result.error.issues.some(
		({ code, path }) => (code === 'too_small' || code === 'too_big') && path.length === 0,
	);
}
