/** Any entry as labelled values, read by its schema: the page of a collection that has none of its own. */
import type { z } from 'zod';
import { collections } from '#schemas/index.ts';
import { type Catalogue, type Entry, isCollection } from '../model/catalogue.ts';
import { labelOf } from '../model/labels.ts';
import { definition, metaOf, unwrap } from '../model/schema-walk.ts';
import { linkById } from './citing.ts';

export type Readable =
	| { kind: 'text'; text: string; path?: string; meaning?: string }
	| { kind: 'list'; items: Readable[] }
	| { kind: 'fields'; fields: ReadableField[] };

export interface ReadableField {
	key: string;
	/** The key in words. */
	label: string;
	/** What the field holds, from its schema. */
	doc: string;
	value: Readable;
}

/** Fields shown in the head of every page, so not again below. */
const IN_HEAD = new Set(['title', 'summary', 'aliases', 'status', 'owner', 'version', 'reviewed']);

/** The fields of an entry in the order of its schema, what the page head shows left out. */
export function readableFields(entry: Entry, catalogue: Catalogue): ReadableField[] {
	return fieldsOf(collections[entry.collection].schema, entry.data, catalogue).filter(
		({ key }) => !IN_HEAD.has(key),
	);
}

function fieldsOf(schema: z.ZodType, data: unknown, catalogue: Catalogue): ReadableField[] {
	const { shape = {} } = definition(unwrap(schema));
	const values = new Map<string, unknown>(Object.entries(Object(data)));
	return Object.entries(shape).flatMap(([key, field]) => {
		const value = values.get(key);
		if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
		return [
			{
				key,
				label: labelOf(key, field),
				doc: metaOf(field).description ?? '',
				value: readable(field, value, catalogue),
			},
		];
	});
}

function readable(schema: z.ZodType, value: unknown, catalogue: Catalogue): Readable {
	const bare = unwrap(schema);
	const def = definition(bare);
	if (Array.isArray(value)) {
		return {
			kind: 'list',
			items: value.map((item) => readable(def.element ?? bare, item, catalogue)),
		};
	}
	if (typeof value === 'object' && value !== null) {
		const option = (def.options ?? []).find((candidate) => candidate.safeParse(value).success);
		if (option) return readable(option, value, catalogue);
		const fields = def.shape
			? fieldsOf(bare, value, catalogue)
			: Object.entries(value).map(([key, item]) => ({
					key,
					label: key,
					doc: '',
					value: readable(def.valueType ?? bare, item, catalogue),
				}));
		return { kind: 'fields', fields };
	}
	return scalar(schema, value, catalogue);
}

function scalar(schema: z.ZodType, value: unknown, catalogue: Catalogue): Readable {
	const { ref, enumDescriptions } = metaOf(schema);
	const text = typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value);
	if (ref && isCollection(ref) && collections[ref].pages) {
		const { title, path } = linkById(ref, text, catalogue);
		return { kind: 'text', text: title, path };
	}
	const { entries = {} } = definition(unwrap(schema)) as { entries?: Record<string, string> };
	const at = Object.keys(entries).indexOf(text);
	const [label = text, ...meaning] = enumDescriptions?.[at]?.split(': ') ?? [];
	return { kind: 'text', text: label, ...(meaning[0] ? { meaning: meaning.join(': ') } : {}) };
}
