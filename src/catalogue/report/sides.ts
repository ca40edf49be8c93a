/** Reads the two sides of a comparison, the earlier one as far as the schemas of today allow. */
import { collections } from '#schemas/index.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Loaded } from '../model/loaded.ts';
import { placeOf, type SourceFile } from '../read/files.ts';
import { splitFrontmatter } from '../read/parse/frontmatter.ts';
import { parseYaml } from '../read/parse/yaml.ts';
import { isRecord } from './field-changes.ts';
import type { Sides } from './report.ts';

/** Without these two no rule of the policy runs and no tier can be computed. */
const NEEDED = ['policy', 'organisation'] as const;

/** Reads and checks files as a catalogue: `checkFiles` with its options. */
type Check = (files: readonly SourceFile[]) => Promise<Loaded>;

/**
 * Loads both sides under the schemas and rules of today. Where the policy or organisation of the
 * base does not fit them, that of the head stands in; a file that does not fit is still compared
 * by its data, so that a change of schema does not hide a change of content.
 */
export async function readSides(
	baseFiles: readonly SourceFile[],
	headFiles: readonly SourceFile[],
	check: Check,
): Promise<Sides> {
	const head = await check(headFiles);
	const first = await check(baseFiles);
	const missing = NEEDED.filter((name) => first.catalogue.all[name].size === 0);
	const lent = missing.map((name) => collections[name].file);
	const base = lent.length > 0 ? await check(lend(lent, baseFiles, headFiles)) : first;
	return { base, head, older: olderEntries(baseFiles, first, head) };
}

function lend(
	paths: readonly string[],
	files: readonly SourceFile[],
	from: readonly SourceFile[],
): SourceFile[] {
	return [
		...files.filter(({ path }) => !paths.includes(path)),
		...from.filter(({ path }) => paths.includes(path)),
	];
}

/** Files that fit the schemas of today now but did not before, with their data as it stands. */
function olderEntries(files: readonly SourceFile[], base: Loaded, head: Loaded): Sides['older'] {
	const older: [string, { before: Entry; after: Entry }][] = files.flatMap(({ path, text }) => {
		const place = placeOf(path);
		if (!place || text === undefined || base.catalogue.all[place.collection].has(place.id)) {
			return [];
		}
		const entry: Entry | undefined = head.catalogue.all[place.collection].get(place.id);
		if (!entry) return [];
		const [before, after] = [asWritten(entry, text), asWritten(entry, entry.source)];
		return before && after ? [[path, { before, after }]] : [];
	});
	return new Map(older);
}

/** An entry with the data of a text as it is written there, without the defaults of its schema. */
function asWritten(entry: Entry, text: string): Entry | undefined {
	const isYaml = collections[entry.collection].format === 'yaml';
	const parts = isYaml ? { yaml: text, body: '' } : splitFrontmatter(text);
	const read = parts && parseYaml(parts.yaml);
	if (!read || !('data' in read) || !isRecord(read.data)) return undefined;
	// No schema has accepted this data. Only the comparison of fields reads it, which asks of every
	// value what it is.
	const data = read.data as unknown as Entry['data'];
	return { ...entry, data, source: text, body: parts.body };
}
