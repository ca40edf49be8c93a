/** The files of one sound entry per collection, as text: what an example is put among. */
import { stringify } from 'yaml';
import {
	type CollectionName,
	collectionNames,
	collections,
	writtenSchema,
} from '#schemas/index.ts';
import * as words from '#schemas/vocabularies.ts';
import { keysAt } from '../model/schema-walk.ts';
import { MINIMAL_IDS, minimal } from './minimal.ts';

/** Where the minimal entry of a collection stands; `id` for another one of it. */
export function soundPath(
	collection: CollectionName,
	id: string = MINIMAL_IDS[collection],
): string {
	return collections[collection].file.replace('{id}', id).replace('{parent}', MINIMAL_IDS.patterns);
}

/** A file in two parts: its data as YAML, and the prose or template below. */
export interface SoundFile {
	/** Top-level fields of the data. */
	data: Record<string, unknown>;
	body: string;
}

/** Fresh parts of the minimal entry of a collection. */
export function soundFile(collection: CollectionName): SoundFile {
	const keys = new Set(keysAt(writtenSchema(collection), []));
	const data = Object.entries(minimal[collection]()).filter(([key]) => keys.has(key));
	return { data: Object.fromEntries(data), body: BODIES[collections[collection].format] };
}

const BODIES = {
	mdx: 'A sentence of prose.\n',
	prompt: '{{role "system"}}\nAnswer in one sentence.\n{{role "user"}}\n{{question}}\n',
	yaml: '',
} satisfies Record<(typeof collections)[CollectionName]['format'], string>;

/** Data as YAML; the same object used twice would become an alias, which the parser refuses. */
export const toYaml = (data: Record<string, unknown>): string =>
	Object.keys(data).length > 0 ? stringify(data, { aliasDuplicateObjects: false }) : '';

/** The text of a file from its YAML and its body. */
export function joinFile(collection: CollectionName, yaml: string, body: string): string {
	return collections[collection].format === 'yaml' ? yaml : `---\n${yaml}---\n${body}`;
}

/** Every sound file by path: an entry of each collection, and a metric for each dimension. */
export function soundTexts(): Map<string, string> {
	written ??= writeTexts();
	return new Map(written);
}

/** They are the same for every example, and there are more than a hundred. */
let written: ReadonlyMap<string, string> | undefined;

function writeTexts(): ReadonlyMap<string, string> {
	const texts = new Map<string, string>();
	for (const collection of collectionNames) {
		if (collection === 'metrics') continue;
		const { data, body } = soundFile(collection);
		texts.set(soundPath(collection), joinFile(collection, toYaml(data), body));
	}
	for (const dimension of words.metricDimension.values) {
		const { data, body } = soundFile('metrics');
		texts.set(
			soundPath('metrics', dimension),
			joinFile('metrics', toYaml({ ...data, dimension }), body),
		);
	}
	return texts;
}
