/** The field reference of a collection, read from its schema; nothing in it is written by hand. */
import { z } from 'zod';
import {
	type CollectionName,
	collectionNames,
	collections,
	writtenSchema,
} from '#schemas/index.ts';
import { definition, isOptional, metaOf, unwrap } from '../model/schema-walk.ts';
import { anchorOf } from '../words/anchor.ts';
import { capital } from '../words/phrase.ts';

export interface FieldRow {
	/** Key as it is written. */
	key: string;
	/** What pages call it, where its schema says so. */
	label: string | undefined;
	/** Path from the top, with [] for each item of a list. */
	path: string;
	anchor: string;
	type: string;
	/** `required`, `optional`, or the value used when it is left out. */
	need: string;
	/** Lengths, bounds and forms, in words. */
	limits: string[];
	doc: string;
	/** Closed list the value is from, by the anchor of its table. */
	vocabulary: { name: string; anchor: string } | undefined;
	/** Values of a closed list without meanings. */
	values: string[];
	/** Collection an id must be in, with its reference page where it has one. */
	reference: { name: string; path: string | undefined } | undefined;
	/** Anchor of the section that describes what is inside. */
	inside: string | undefined;
}

export interface FieldSection {
	anchor: string;
	/** Path of the object it describes; empty for the top. */
	path: string;
	doc: string;
	/** Further forms: each is one way to write the object. */
	rows: FieldRow[];
}

export interface VocabularyTable {
	anchor: string;
	name: string;
	source: string;
	terms: { value: string; label: string; meaning: string }[];
}

export interface FieldReference {
	sections: FieldSection[];
	vocabularies: VocabularyTable[];
}

/** Every field of a collection: the top first, then each object inside it in reading order. */
export function fieldReference(name: CollectionName): FieldReference {
	const sections: FieldSection[] = [];
	const vocabularies = new Map<string, VocabularyTable>();
	const describe = (schema: z.ZodType, path: string, doc: string): void => {
		const { shape = {} } = definition(unwrap(schema));
		const section: FieldSection = { anchor: anchorOf(`fields-${path}`), path, doc, rows: [] };
		sections.push(section);
		for (const [key, field] of Object.entries(shape)) {
			const row = rowOf(key, path ? `${path}.${key}` : key, field);
			section.rows.push(row);
			const table = vocabularyOf(field);
			if (table) vocabularies.set(table.name, table);
			for (const { schema: inner, suffix } of objectsIn(field)) {
				describe(
					inner,
					row.path + suffix,
					aboutForm(inner) ?? metaOf(inner).description ?? row.doc,
				);
			}
		}
	};
	describe(writtenSchema(name), '', collections[name].about);
	return { sections, vocabularies: [...vocabularies.values()] };
}

function rowOf(key: string, path: string, field: z.ZodType): FieldRow {
	const leaf = leafOf(field);
	const meta = metaOf(leaf);
	const [object] = objectsIn(field);
	return {
		key,
		label: metaOf(field).label,
		path,
		anchor: anchorOf(`field-${path}`),
		type: typeWords(field),
		need: needOf(field),
		limits: limitsOf(field),
		doc: metaOf(field).description ?? meta.description ?? '',
		vocabulary: meta.vocabulary
			? { name: meta.vocabulary, anchor: anchorOf(`values-${meta.vocabulary}`) }
			: undefined,
		values: meta.vocabulary ? [] : enumValues(leaf),
		reference: referenceOf(meta.ref, meta.itemOf),
		inside: object ? anchorOf(`fields-${path}${object.suffix}`) : undefined,
	};
}

/** The schema of one value: the item of a list, the value of a record. */
function leafOf(schema: z.ZodType): z.ZodType {
	const { element, valueType } = definition(unwrap(schema));
	const inner = element ?? valueType;
	return inner ? leafOf(inner) : schema;
}

interface Inner {
	schema: z.ZodType;
	/** What is added to the path on the way in. */
	suffix: string;
}

/** Objects a field holds: itself, its items, its values, or each form of a union. */
function objectsIn(schema: z.ZodType): Inner[] {
	const bare = unwrap(schema);
	const { shape, element, valueType, options = [] } = definition(bare);
	const below = (inner: z.ZodType, suffix: string) =>
		objectsIn(inner).map((object) => ({ ...object, suffix: suffix + object.suffix }));
	if (shape) return [{ schema: bare, suffix: '' }];
	if (element) return below(element, '[]');
	if (valueType) return below(valueType, '.*');
	const forms = options.flatMap((option) => below(option, ''));
	if (forms.length < 2) return forms;
	return forms.map(({ schema: form, suffix }, at) => ({
		schema: form,
		suffix: `${suffix} (${wordOf(form)?.value ?? `form ${at + 1}`})`,
	}));
}

/** The fixed word by which one form of a union is told from the others, with its doc text. */
function wordOf(form: z.ZodType): { value: string; doc: string | undefined } | undefined {
	const [first] = Object.values(definition(form).shape ?? {});
	const value = first && definition(first).type === 'literal' ? enumValues(first)[0] : undefined;
	return value && first ? { value, doc: metaOf(first).description } : undefined;
}

const aboutForm = (form: z.ZodType) => wordOf(form)?.doc;

const TYPES = new Map([
	['string', 'text'],
	['number', 'number'],
	['int', 'whole number'],
	['boolean', 'yes or no'],
	['enum', 'one of a list'],
	['object', 'fields'],
	['unknown', 'anything'],
	['literal', 'fixed word'],
]);

function typeWords(schema: z.ZodType): string {
	const bare = unwrap(schema);
	const { type, element, valueType, options = [] } = definition(bare);
	const { ref, itemOf, vocabulary } = metaOf(schema);
	if (element) return `list of ${plural(typeWords(element))}`;
	if (valueType) return `names with ${typeWords(valueType)}`;
	if (options.length > 0) return [...new Set(options.map(typeWords))].join(' or ');
	if (ref) return 'id';
	if (itemOf) return 'identifier';
	if (vocabulary) return 'one of a list';
	const { format, type: jsonType } = jsonOf(bare);
	if (format === 'date') return 'date';
	return TYPES.get(jsonType === 'integer' ? 'int' : type) ?? type;
}

const PLURALS = new Map([
	['text', 'texts'],
	['id', 'ids'],
	['fields', 'groups of fields'],
	['one of a list', 'values of a list'],
	['number', 'numbers'],
]);
const plural = (words: string) => PLURALS.get(words) ?? words;

function needOf(schema: z.ZodType): string {
	if (!isOptional(schema)) return 'required';
	const { default: value } = jsonOf(schema);
	if (value === undefined) return 'optional';
	const empty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
	return `optional, ${empty ? 'empty' : JSON.stringify(value)} if left out`;
}

interface Bounds {
	type?: string;
	format?: string;
	default?: unknown;
	minLength?: number;
	maxLength?: number;
	minItems?: number;
	maxItems?: number;
	minimum?: number;
	maximum?: number;
	exclusiveMinimum?: number;
	pattern?: string;
	items?: Bounds;
}

/** What JSON Schema says of a field: bounds and default, so that both read from one source. */
function jsonOf(schema: z.ZodType): Bounds {
	return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Bounds;
}

/** Numbers that zod sets by itself for whole numbers. */
const SAFE = Number.MAX_SAFE_INTEGER;

function limitsOf(schema: z.ZodType): string[] {
	const own = jsonOf(schema);
	const { items } = own;
	return [
		...range(own.minItems, own.maxItems, 'entries'),
		...range(own.minLength, own.maxLength, 'characters'),
		...(items ? range(items.minLength, items.maxLength, 'characters each') : []),
		...range(own.minimum, own.maximum, ''),
		...(own.exclusiveMinimum === undefined ? [] : [`more than ${own.exclusiveMinimum}`]),
	];
}

function range(least: number | undefined, most: number | undefined, unit: string): string[] {
	const from = least === undefined || least <= -SAFE ? undefined : least;
	const to = most === undefined || most >= SAFE ? undefined : most;
	const end = unit ? ` ${unit}` : '';
	if (from !== undefined && to !== undefined) {
		return [from === to ? `exactly ${from}${end}` : `${from} to ${to}${end}`];
	}
	if (from !== undefined)
		return [
			`at least ${from}${from === 1 ? end.replace('entries', 'entry').replace('characters', 'character') : end}`,
		];
	return to === undefined ? [] : [`at most ${to}${end}`];
}

function enumValues(schema: z.ZodType): string[] {
	const def = definition(unwrap(schema)) as {
		entries?: Record<string, string>;
		values?: unknown[];
	};
	return Object.values(def.entries ?? def.values ?? {}).map(String);
}

function vocabularyOf(field: z.ZodType): VocabularyTable | undefined {
	const leaf = leafOf(field);
	const { vocabulary: name, source = '', enumDescriptions = [] } = metaOf(leaf);
	if (!name) return undefined;
	const terms = enumValues(leaf).map((value, at) => {
		const [label = value, meaning = ''] = (enumDescriptions[at] ?? value).split(/: (.*)/s);
		return { value, label, meaning };
	});
	return { anchor: anchorOf(`values-${name}`), name: capital(name), source, terms };
}

function referenceOf(ref: string | undefined, itemOf: string | undefined): FieldRow['reference'] {
	if (itemOf) return { name: `items of that ${itemOf}`, path: '/frameworks/' };
	if (!ref) return undefined;
	const name = collectionNames.find((known) => known === ref);
	if (name) return { name: collections[name].plural, path: referencePath(name) };
	const owner = collectionNames.find((known) =>
		Object.hasOwn(collections[known].defines ?? {}, ref),
	);
	return { name: ref, path: owner && referencePath(owner) };
}

/** Path of the field reference of a collection: the singular, as people say it. */
export function referencePath(name: CollectionName): string {
	return `/contribute/${collections[name].singular.replaceAll(' ', '-')}/`;
}

/** A doc text in parts: what stands between backticks is code. */
export function codeParts(doc: string): { text: string; code: boolean }[] {
	return doc.split('`').map((text, at) => ({ text, code: at % 2 === 1 }));
}
