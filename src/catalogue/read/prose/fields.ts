/** The fields of an entry that hold text for a reader, found in its schema. */
import type { z } from 'zod';
import { type CollectionName, collectionNames, collections } from '#schemas/index.ts';
import type { Entry } from '../../model/catalogue.ts';
import { definition, metaOf, type Path, unwrap, valuesAt } from '../../model/schema-walk.ts';

/** Shorter fields hold names and values, not sentences. */
const LEAST = 60;
/** Names people search for, in whatever form they know; nobody reads them as text. */
const SEARCHED = 'aliases';

/** Paths of text fields, with `*` for every item of a list or record. */
function textPlaces(schema: z.ZodType): string[][] {
	const places: string[][] = [];
	const visit = (current: z.ZodType, path: string[]): void => {
		const { maxLength = 0 } = metaOf(current);
		if (maxLength >= LEAST) places.push(path);
		const { shape, element, type, valueType, options } = definition(unwrap(current));
		for (const [key, field] of Object.entries(shape ?? {})) {
			if (key !== SEARCHED && !key.endsWith(`.${SEARCHED}`)) visit(field, [...path, key]);
		}
		if (element) visit(element, [...path, '*']);
		if (type === 'record' && valueType) visit(valueType, [...path, '*']);
		for (const option of options ?? []) visit(option, path);
	};
	visit(schema, []);
	// The forms of a union share fields; each is one place.
	return [...new Map(places.map((place) => [place.join(), place])).values()];
}

const PLACES = new Map<CollectionName, string[][]>(
	collectionNames.map((name) => [name, textPlaces(collections[name].schema)]),
);

interface Text {
	path: Path;
	text: string;
}

/** Several rules ask for the texts of an entry, one rule after the other. */
const known = new WeakMap<Entry, readonly Text[]>();

/** Every text of the data with its path, code in backticks left out. */
export function textsOf(entry: Entry): readonly Text[] {
	const texts = known.get(entry) ?? readTexts(entry);
	known.set(entry, texts);
	return texts;
}

function readTexts(entry: Entry): Text[] {
	return (PLACES.get(entry.collection) ?? []).flatMap((place) =>
		valuesAt(entry.data, place).flatMap(({ value, path }) =>
			typeof value === 'string'
				? [{ path, text: value.includes('`') ? value.replace(/`[^`]*`/g, '`code`') : value }]
				: [],
		),
	);
}
