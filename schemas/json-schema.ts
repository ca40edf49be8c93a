/** JSON Schemas out of the same source, for editors and tools. */
import { z } from 'zod';
import { type DocumentName, documents } from './api.ts';
import { bundleSchema } from './bundle.ts';
import { type CollectionName, collections, writtenSchema } from './index.ts';

/** An id that may stand in a reference, with what an editor says of it. */
export interface KnownId {
	id: string;
	/** What it names, or an empty text. */
	meaning: string;
}

/** The items of one framework, or of whatever a key beside the item names. */
export interface KnownItems {
	of: string;
	items: readonly KnownId[];
}

export interface SchemaOptions {
	/**
	 * The ids of a set that exist now, by the name that `ref()` uses. With it a reference is a closed
	 * list, which an editor completes; without it the schema holds for any content.
	 */
	ids?: (set: string) => readonly KnownId[];
	/** The items of every framework, for fields made by `itemOf()`. */
	items?: readonly KnownItems[];
	/** What an editor says of an id that is not in its set, or of an item not in its framework. */
	unknownId?: (set: string) => string;
	/** The schema of the file of an entry alone, without what a file beside it holds. */
	ofFile?: boolean;
}

type Generated = Readonly<Record<string, unknown>>;

/** Generated once: without ids it is the same for any catalogue, and is asked for again and again. */
const kept = new Map<string, Generated>();

function once(name: string, generate: () => Generated): Generated {
	const made = kept.get(name) ?? generate();
	kept.set(name, made);
	return made;
}

/** The JSON Schema (draft 7, which editors read best) of the data of one collection. */
export const jsonSchemaOf = (name: CollectionName, options?: SchemaOptions): Generated =>
	options ? generated(name, options) : once(`collection ${name}`, () => generated(name, {}));

function generated(name: CollectionName, options: SchemaOptions): Generated {
	const { schema, singular, about } = collections[name];
	const made = z.toJSONSchema(options.ofFile ? writtenSchema(name) : schema, {
		io: 'input',
		target: 'draft-7',
		override: ({ jsonSchema }) => {
			if (options.ofFile) keepWritten(jsonSchema);
			closeReference(jsonSchema, options);
			closeItems(jsonSchema, options);
		},
	});
	return {
		...made,
		title: `${singular.charAt(0).toUpperCase()}${singular.slice(1)}`,
		description: about,
	};
}

/** The JSON Schema of a kind of document of the API. It lets a document hold more than it says. */
export const documentSchemaOf = (name: DocumentName): Generated =>
	once(`document ${name}`, () =>
		z.toJSONSchema(documents[name], { io: 'input', target: 'draft-7' }),
	);

/** The JSON Schema of a bundle, by which a pipeline checks what it hands over. */
export const bundleJsonSchema = (): Generated =>
	once('bundle', () => z.toJSONSchema(bundleSchema, { io: 'input', target: 'draft-7' }));

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Of a list with words that no one writes, such as "approved", an editor offers the others. */
function keepWritten(schema: JsonSchema): void {
	const { written, enum: words, enumDescriptions: meanings } = schema;
	if (!Array.isArray(written) || !words || !Array.isArray(meanings)) return;
	const known = words.map((word, index) => [word, meanings[index]] as const);
	const kept = known.filter(([word]) => written.includes(word));
	schema.enum = kept.map(([word]) => word);
	schema.enumDescriptions = kept.map(([, meaning]) => meaning);
}

/** Turns a reference into the list of ids that exist. */
function closeReference(schema: JsonSchema, { ids, unknownId }: SchemaOptions): void {
	if (typeof schema.ref !== 'string') return;
	const known = ids?.(schema.ref) ?? [];
	// A list without values would refuse every id, also the first one that is about to exist.
	if (known.length === 0) return;
	delete schema.pattern;
	Object.assign(schema, listOf(known, unknownId?.(schema.ref)));
}

/** Where an object holds an item of a framework: the items follow from the framework beside it. */
function closeItems(schema: JsonSchema, { items = [], unknownId }: SchemaOptions): void {
	// Draft 7 allows no empty `allOf`.
	if (items.length === 0) return;
	for (const [key, field] of Object.entries(schema.properties ?? {})) {
		if (typeof field !== 'object' || typeof field.itemOf !== 'string') continue;
		const beside = field.itemOf;
		schema.allOf = items.map(({ of, items: known }) => ({
			if: { properties: { [beside]: { const: of } }, required: [beside] },
			// biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
			then: { properties: { [key]: listOf(known, unknownId?.(of)) } },
		}));
	}
}

const listOf = (known: readonly KnownId[], message: string | undefined) => ({
	enum: known.map(({ id }) => id),
	enumDescriptions: known.map(({ meaning }) => meaning),
	...(message && { errorMessage: message }),
});
