/** Builders for tests: entries, catalogues and files from the least data plus what matters. */
import { stringify } from 'yaml';
import { type CheckOptions, checkFiles } from '#catalogue/load.ts';
import { type Cache, noCache } from '#catalogue/model/cache.ts';
import { buildCatalogue, type Catalogue, type Entry } from '#catalogue/model/catalogue.ts';
import type { Beside } from '#catalogue/model/entry.ts';
import type { Finding } from '#catalogue/model/finding.ts';
import type { Loaded } from '#catalogue/model/loaded.ts';
import type { Problem, Rule } from '#catalogue/model/rule.ts';
import { keysAt } from '#catalogue/model/schema-walk.ts';
import type { SourceFile } from '#catalogue/read/files.ts';
import {
	type CollectionName,
	collectionNames,
	collections,
	type DataOf,
	writtenSchema,
} from '#schemas/index.ts';
import * as words from '#schemas/vocabularies.ts';
import { MINIMAL_IDS, minimal } from './minimal.ts';

/** The day of every test. */
export const TODAY = '2026-11-22';

/** What an entry is beside its data. */
export interface Surroundings
	extends Partial<Pick<Entry, 'bodyLinks' | 'fragments' | 'headings' | 'pictures' | 'body'>> {
	parent?: string;
}

/**
 * An entry of minimal data with some of it replaced. A key set to undefined is taken away.
 *
 * @example
 * entry('controls', 'logging', { mitigates: ['leak'] })
 */
export function entry<Name extends CollectionName>(
	collection: Name,
	id: string = MINIMAL_IDS[collection],
	overrides: Partial<DataOf<Name>> = {},
	{
		parent,
		body = bodyOf(collection),
		bodyLinks = [],
		fragments = [],
		headings = [],
		pictures = [],
	}: Surroundings = {},
): Entry<Name> {
	const data: DataOf<Name> = { ...minimal[collection](), ...overrides };
	const folder =
		parent ?? (collections[collection].file.includes('{parent}') ? 'summary' : undefined);
	// The same object used twice would become an alias, which the parser refuses.
	const written = new Set(keysAt(writtenSchema(collection), []));
	const own = Object.fromEntries(Object.entries(data).filter(([key]) => written.has(key)));
	const yaml = stringify(own, { aliasDuplicateObjects: false });
	const isYaml = collections[collection].format === 'yaml';
	const beside = besideOf(collection, id, data);
	return {
		...(beside && { beside }),
		collection,
		id,
		parent: folder,
		file: pathOf(collection, id, folder),
		data,
		source: isYaml ? yaml : `---\n${yaml}---\n${body}`,
		body: isYaml ? '' : body,
		bodyLine: isYaml ? 1 : yaml.split('\n').length + 2,
		bodyLinks,
		fragments,
		headings,
		pictures,
	};
}

/** The file that holds the other fields of an entry, such as the register of a pattern. */
function besideOf(collection: CollectionName, id: string, data: object): Beside | undefined {
	const other = collectionNames.find((name) => collections[name].joins === collection);
	if (!other) return undefined;
	const fields = new Set(keysAt(collections[other].schema, []));
	const own = Object.fromEntries(Object.entries(data).filter(([key]) => fields.has(key)));
	const source = stringify(own, { aliasDuplicateObjects: false });
	return { collection: other, file: pathOf(other, id), source, fields };
}

/** The text of every file of an entry, by path, as `checkAmongSound` takes them. */
export function textsOf({ file, source, beside }: Entry): Record<string, string> {
	return { [file]: source, ...(beside && { [beside.file]: beside.source }) };
}

const bodyOf = (collection: CollectionName) =>
	collections[collection].format === 'prompt'
		? '{{role "system"}}\nAnswer in one sentence.\n{{role "user"}}\n{{question}}\n'
		: 'A sentence of prose.\n';

/** Where an entry's file stands. */
export function pathOf(collection: CollectionName, id: string, parent = 'summary'): string {
	return collections[collection].file.replace('{id}', id).replace('{parent}', parent);
}

/** A catalogue of these entries, with minimal policy and organisation where none is given. */
export function catalogueOf(...entries: readonly Entry[]): Catalogue {
	return buildCatalogue(entries, {
		policy: minimal.policy(),
		organisation: minimal.organisation(),
		today: TODAY,
	});
}

/** One entry of every collection, a metric per dimension; no rule finds anything wrong in them. */
export function soundEntries(): Entry[] {
	const others = (Object.keys(MINIMAL_IDS) as CollectionName[]).filter(
		(name) => name !== 'metrics' && !collections[name].joins,
	);
	const metrics = words.metricDimension.values.map((dimension) =>
		entry('metrics', dimension, { dimension }),
	);
	return [...others.map((name) => entry(name)), ...metrics];
}

/** Files in memory, by path. */
export function files(texts: Record<string, string>): SourceFile[] {
	return Object.entries(texts).map(([path, text]) => ({ path, text }));
}

let sound: ReadonlyMap<string, string> | undefined;

/** The files of the sound entries, with some replaced or added; undefined takes a file away. */
export function soundFiles(texts: Record<string, string | undefined> = {}): SourceFile[] {
	sound ??= new Map(soundEntries().flatMap((one) => Object.entries(textsOf(one))));
	const all = new Map<string, string | undefined>(sound);
	for (const [path, text] of Object.entries(texts)) all.set(path, text);
	return [...all].flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }]));
}

/** The same as texts by path, for a folder or a repository. */
export const soundTexts = (
	texts: Record<string, string | undefined> = {},
): Record<string, string> =>
	Object.fromEntries(soundFiles(texts).map(({ path, text }) => [path, text ?? '']));

/** A finding in one line: place and message, for pinned lists. */
export const shown = ({ line, column, message }: Finding) => `${line}:${column} ${message}`;

const kept = new Map<string, unknown>();
/** Spares parsing the same sound files for every test. */
export const memory: Cache = {
	get: (key) => kept.get(key),
	set: (key, value) => kept.set(key, value),
	save: () => {},
};

/** Checks files as of the day of every test; a file that an earlier test had is not parsed again. */
export const checkKept = (
	files: readonly SourceFile[],
	options: CheckOptions = {},
): Promise<Loaded> => checkFiles(files, { cache: memory, today: TODAY, ...options });

/** Checks the sound files with some replaced, added, or taken away. */
export const checkAmongSound = (texts: Record<string, string | undefined>): Promise<Loaded> =>
	checkKept(soundFiles(texts));

/** What the checks find in one file that stands among sound ones. */
export async function findingsIn(path: string, text: string): Promise<Finding[]> {
	const { findings } = await checkAmongSound({ [path]: text });
	return findings.filter(({ file }) => file === path);
}

/** Every problem a rule reports over these entries. */
export async function problemsOf(rule: Rule, ...entries: readonly Entry[]): Promise<Problem[]> {
	const problems: Problem[] = [];
	for await (const problem of rule.check(catalogueOf(...entries), noCache)) problems.push(problem);
	return problems;
}

/** The messages of a rule over these entries. */
export async function messagesOf(rule: Rule, ...entries: readonly Entry[]): Promise<string[]> {
	return (await problemsOf(rule, ...entries)).map(({ message }) => message);
}
