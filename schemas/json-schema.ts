/** JSON Schemas out of the same source, for editors and tools. */
import { z } from 'zod';
import { type CollectionName, collections } from './index.ts';

/** The JSON Schema (draft 7, which editors read best) of the data of one collection. */
export function jsonSchemaOf(name: CollectionName): Record<string, unknown> {
	const { schema, singular, about } = collections[name];
	const generated = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
	return {
		...generated,
		title: `${singular.charAt(0).toUpperCase()}${singular.slice(1)}`,
		description: about,
	};
}
