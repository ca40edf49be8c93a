/**
 * The digest of an entry in one file: a control, a connector, a model, a use case, the policy, the
 * roster. It is of what the file says, so comments and line breaks do not count, and neither do the
 * fields of its upkeep. The digest of a pattern, which is a folder, is in digest.ts.
 */
import { type CollectionName, collections } from '#schemas/index.ts';
import { fileDigest } from '../../model/digest.ts';
import type { Entry } from '../../model/entry.ts';
import { splitFrontmatter } from '../../read/parse/frontmatter.ts';
import { parseYaml } from '../../read/parse/yaml.ts';
import { canonicalJson } from '../../words/canonical-json.ts';

/** The fields that the council does not approve, where the collection does not name its own. */
const POLICY_UPKEEP = ['owner', 'reviewed'];

const known = new WeakMap<Entry, string>();

/** SHA-256 of what an entry says, without its upkeep. */
export function partDigest(entry: Entry): string {
	const digest = known.get(entry) ?? workOut(entry);
	known.set(entry, digest);
	return digest;
}

const workOut = ({ collection, source }: Entry) => partDigestOf(collection, source);

/** The same from the text of the file, such as one from an older commit. */
export const partDigestOf = (collection: CollectionName, source: string): string =>
	fileDigest(partTextOf(collection, source));

/** The text that the digest is of, for those who work it out without us. */
export function partTextOf(collection: CollectionName, source: string): string {
	const left = new Set(collections[collection].approval?.upkeep ?? POLICY_UPKEEP);
	const split = collections[collection].format === 'yaml' ? undefined : splitFrontmatter(source);
	const said = Object.entries(dataOf(split?.yaml ?? source)).filter(([key]) => !left.has(key));
	const body = (split?.body ?? '').replaceAll('\r\n', '\n');
	return `${canonicalJson({ ...Object.fromEntries(said), '': body })}\n`;
}

/** The digest of the roster: seats, members and keys, whatever else the organisation changes. */
export function rosterDigest(organisation: Entry<'organisation'>): string {
	const digest = rosters.get(organisation) ?? rosterDigestOf(organisation.source);
	rosters.set(organisation, digest);
	return digest;
}

const rosters = new WeakMap<Entry, string>();

/** The same from the text of the file. */
export const rosterDigestOf = (source: string): string => fileDigest(rosterTextOf(source));

/** The text that the digest of the roster is of. */
export function rosterTextOf(source: string): string {
	const council: unknown = Object.entries(dataOf(source)).find(([key]) => key === 'council')?.[1];
	return `${canonicalJson(council ?? null)}\n`;
}

/** The data as it is written: a later default of a schema must not change a digest. */
function dataOf(yaml: string): object {
	const read = parseYaml(yaml);
	return 'data' in read && typeof read.data === 'object' && read.data !== null ? read.data : {};
}
