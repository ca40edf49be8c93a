/** A new entry of any collection with a file of its own: data from the schema, prose as its kin has. */
import type { z } from 'zod';
import { type CollectionName, collections } from '#schemas/index.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { fill } from '../model/marker.ts';
import { keysAt } from '../model/schema-walk.ts';
import { sketchTarget } from './measures.ts';
import type { NewFile } from './prompt.ts';
import { skeleton } from './skeleton.ts';
import { type Sketch, writeYaml } from './sketch.ts';

/** The file of the entry. */
export function entryFiles(
	collection: CollectionName,
	id: string,
	given: Readonly<Record<string, Sketch>>,
	catalogue: Catalogue,
): NewFile[] {
	const { schema, file, format } = collections[collection];
	const anyId = (set: string) => catalogue.ids(set)[0];
	const whole = { ...targetFor(schema, given, catalogue), ...given };
	const yaml = writeYaml(skeleton({ schema, given: whole, today: catalogue.today, anyId }));
	const text = format === 'yaml' ? yaml : `---\n${yaml}---\n\n${prose(collection, catalogue)}`;
	return [{ path: file.replace('{id}', id), text }];
}

/** The target of an entry that has one metric: without it, one that goes the wrong way would be written. */
function targetFor(
	schema: z.ZodType,
	{ metric }: Readonly<Record<string, Sketch>>,
	{ metrics }: Catalogue,
): Record<string, Sketch> {
	const keys = keysAt(schema, []);
	const id = typeof metric === 'string' ? metric : (metrics.keys().next().value ?? '');
	const found = metrics.get(id);
	return found && keys.includes('metric') && keys.includes('target')
		? { target: sketchTarget(found) }
		: {};
}

/** An opening, and the headings that half of the collection's entries share. */
function prose(collection: CollectionName, catalogue: Catalogue): string {
	const entries = [...catalogue.all[collection].values()];
	const counts = new Map<string, number>();
	for (const { headings } of entries) {
		for (const { depth, text } of headings) {
			if (depth === 2) counts.set(text, (counts.get(text) ?? 0) + 1);
		}
	}
	const shared = [...counts].filter(([, count]) => count * 2 >= entries.length);
	const opening = fill('What the fields above cannot say: why, with an example');
	const sections = shared.map(([text]) => `## ${text}\n\n${fill(`As in other entries: ${text}`)}`);
	return `${[opening, ...sections].join('\n\n')}\n`;
}
