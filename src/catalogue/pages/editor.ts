/** What an editor needs to complete and check entries: schemas that know the ids of today. */
import { type CollectionName, collectionNames, collections } from '#schemas/index.ts';
import { jsonSchemaOf, type KnownId } from '#schemas/json-schema.ts';
import { type Catalogue, isCollection } from '../model/catalogue.ts';
import { titleOf } from '../model/entry.ts';
import type { Loaded } from '../model/loaded.ts';
import { placeOf } from '../read/files.ts';

/**
 * Where the schemas stand, from the root. The Astro extension looks nowhere else, and for YAML files
 * `.vscode/settings.json` points there. Git ignores the folder.
 */
export const EDITOR_FOLDER = '.astro/collections';

/** The schema of a collection in which every reference is the list of ids that exist. */
export function editorSchema(name: CollectionName, catalogue: Catalogue): Record<string, unknown> {
	return jsonSchemaOf(name, {
		ofFile: true,
		ids: (set) => knownIds(set, catalogue),
		items: [...catalogue.frameworks.values()].map(({ id, data }) => ({
			of: id,
			items: data.items.map((item) => ({ id: item.id, meaning: item.title })),
		})),
		unknownId: (set) =>
			catalogue.frameworks.has(set)
				? `${set} has no item with this identifier. The items are in content/frameworks/${set}.yaml.`
				: `There is no ${wordFor(set)} with this id. Run \`npm run validate\`: it suggests the nearest id and adds new ids to this list.`,
	});
}

const wordFor = (set: string) =>
	isCollection(set) ? collections[set].singular : set.replace(/s$/, '');

function knownIds(set: string, { all, ids }: Catalogue): KnownId[] {
	const entries = isCollection(set) ? all[set] : undefined;
	return [...ids(set)].sort().map((id) => {
		const entry = entries?.get(id);
		return { id, meaning: entry ? titleOf(entry) : '' };
	});
}

const schemaPath = (name: CollectionName) => `${EDITOR_FOLDER}/${name}.schema.json`;
const MANIFEST = `${EDITOR_FOLDER}/collections.json`;

/** Every file of it, from the root. */
export const editorPaths: readonly string[] = [...collectionNames.map(schemaPath), MANIFEST];

export interface EditorFile {
	/** Path from the root. */
	path: string;
	text: string;
}

/**
 * Every file an editor reads, for a catalogue that stands at `root`, a `file:` address.
 *
 * Astro writes the same schemas when it starts (src/content.config.ts). Its own list of files, the
 * experimental `contentIntellisense`, stays off: it would hold only accepted entries, so the editor
 * would fall silent on the very files that have something to fix.
 */
export function editorFiles({ catalogue, findings }: Loaded, root: URL): EditorFile[] {
	const schemas = collectionNames.map((name) => ({
		path: schemaPath(name),
		text: toText(editorSchema(name, catalogue)),
	}));
	// A file that was not accepted is no entry, but it has a finding.
	const paths = collectionNames.flatMap((name) =>
		[...catalogue.all[name].values()].map(({ file }) => file),
	);
	const manifest = astroManifest([...paths, ...findings.map(({ file }) => file)], root);
	return [...schemas, { path: MANIFEST, text: toText(manifest) }];
}

/** The list by which the Astro extension knows to which collection a file belongs. */
function astroManifest(paths: readonly string[], root: URL) {
	const entries = [...new Set(paths)].sort().flatMap((path) => {
		const place = placeOf(path);
		return place ? [[addressOf(path, root), place.collection]] : [];
	});
	return {
		collections: collectionNames.map((name) => ({ hasSchema: true, name })),
		entries: Object.fromEntries(entries),
	};
}

/** Lower case and without escapes: the form in which the extension looks a file up. */
const addressOf = (file: string, root: URL) =>
	decodeURIComponent(new URL(file, root).href).toLowerCase();

// Two spaces and no line end: byte for byte as Astro writes them, so that neither undoes the other.
const toText = (value: unknown) => JSON.stringify(value, null, 2);
