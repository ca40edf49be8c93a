/** How the texts of the example are read and written: only what is out of date changes. */
import { isDeepStrictEqual } from 'node:util';
import { parseDocument, stringify } from 'yaml';
import type { z } from 'zod';
import { parseYaml } from '../../read/parse/yaml.ts';

/** Texts by path. */
export type Texts = ReadonlyMap<string, string>;

const LAYOUT = { aliasDuplicateObjects: false, lineWidth: 0 } as const;

const HEAD =
	'# Example data: everything here is invented. After an edit: npm run catalogue -- example\n';

export const yamlText = (data: unknown): string => HEAD + stringify(data, LAYOUT);

/** What a text says, as it is written; undefined where a check will say what is wrong with it. */
export function dataIn<Schema extends z.ZodType>(
	schema: Schema,
	text: string,
): z.input<Schema> | undefined {
	const { data } = { data: undefined, ...parseYaml(text) };
	// What the schema accepts is what it takes in.
	return schema.safeParse(data).success ? (data as z.input<Schema>) : undefined;
}

/** The text with these fields; comments and all other fields stay as they are. */
export function withFields(text: string, fields: Readonly<Record<string, unknown>>): string {
	const document = parseDocument(text);
	const said: unknown = document.toJS();
	const before = new Map(Object.entries(said ?? {}));
	const stale = Object.entries(fields).filter(
		([key, value]) => !isDeepStrictEqual(before.get(key), value),
	);
	if (stale.length === 0) return text;
	for (const [key, value] of stale) document.set(key, document.createNode(value, LAYOUT));
	return document.toString({ lineWidth: 0 });
}
