/** No text of the catalogue holds a credential, a person's data or, where it is copied, a real host. */

import type { Cache } from '../model/cache.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { fileDigest } from '../model/digest.ts';
import { compare } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import { sourceDigest } from '../model/source-digest.ts';
import { keyUnder } from '../read/cache.ts';
import { credentialsIn } from '../read/leaks/credentials.ts';
import { type Leak, placeAt } from '../read/leaks/leak.ts';
import { personalIn } from '../read/leaks/personal.ts';

type Kinds = ReadonlySet<Leak['kind']>;

const CREDENTIALS: Kinds = new Set(['credential']);
const PROSE: Kinds = new Set(['credential', 'person']);
/** A starter may fetch from a public place; what is inside an organisation it cannot know. */
const STARTERS: Kinds = new Set([...PROSE, 'inside-host']);
/** What is sent to a model or shows how to reach a system: every host in it is made up. */
const COPIED: Kinds = new Set([...STARTERS, 'host']);

/** Records of who answers and who approved; names are what they are for. */
const NAMING = new Set(['organisation', 'approvals']);
const COPYING = new Set(['prompts', 'cases', 'releases', 'connectors']);

export const noSecret: Rule = {
	id: 'no-secret',
	phase: 'references',
	severity: 'error',
	keeps: true,
	judgesFrozen: true,
	summary:
		'No entry or starter file contains a credential, personal data or, in prompts, a real host.',
	why: 'Entries and starters are copied into other systems and sent to models. Every copy spreads a secret, and git keeps it after you delete it.',
	source: 'Project brief, section 4, policy as code; domain rule 24',
	example: {
		in: 'controls',
		fails: 'pitfalls:\n  - A list that only jane.doe@mail.corp can read goes out of date.',
		passes: 'pitfalls:\n  - A list that only owner@team.example can read goes out of date.',
	},
	async *check(catalogue, cache) {
		const isPublic = isOneOf([...PUBLIC_HOSTS, ...catalogue.policy.publicHosts]);
		for (const { kinds, ...scanned } of texts(catalogue)) {
			const { entry, file, text } = scanned;
			for (const { what, shown, fix, kind, host, index } of await leaksIn(scanned, cache)) {
				if (!kinds.has(kind) || (host !== undefined && isPublic(host))) continue;
				if (isRecordId(scanned, index)) continue;
				const message = `the text contains ${what}: ${shown}.`;
				const listed =
					' If it names a format, the council can list it under publicHosts in content/policy.yaml.';
				const remedy = kind === 'host' ? fix + listed : fix;
				yield { entry, file, spot: placeAt(text, index), message, fix: remedy };
			}
		}
	},
};

/** The id of a record is made by a command; now and then its digits look like a card number. */
const isRecordId = ({ entry, text }: Pick<Scanned, 'entry' | 'text'>, index: number) =>
	entry.collection === 'records' &&
	/(?:^|[\s{,])(?:id|record): ["']?$/.test(text.slice(Math.max(0, index - 12), index));

/** Hosts whose addresses are names of formats, the same in every text that uses the format. */
const PUBLIC_HOSTS = [
	'w3.org',
	'json-schema.org',
	'schema.org',
	'rfc-editor.org',
	'iana.org',
	'ietf.org',
	'unicode.org',
	'spdx.org',
	'schemas.xmlsoap.org',
	'schemas.openxmlformats.org',
	'schemas.microsoft.com',
];

/** Whether a host is one of these, or within one. */
const isOneOf = (hosts: readonly string[]) => (host: string) => {
	const name = host.toLowerCase();
	return hosts.some((one) => name === one || name.endsWith(`.${one}`));
};

interface Scanned {
	entry: Entry;
	file: string;
	text: string;
	/** SHA-256 of the text. */
	digest: string;
	kinds: Kinds;
}

function* texts(catalogue: Catalogue): Generator<Scanned> {
	for (const entries of Object.values(catalogue.all)) {
		for (const entry of entries.values()) {
			const { file, source: text, beside } = entry;
			const kinds = kindsOf(entry);
			yield { entry, file, text, digest: sourceDigest(entry), kinds };
			// Its other half, such as the register of a pattern, is copied as often.
			if (!beside) continue;
			yield {
				entry,
				file: beside.file,
				text: beside.source,
				digest: fileDigest(beside.source),
				kinds,
			};
		}
	}
	const [organisation] = catalogue.all.organisation.values();
	for (const { file, text, digest } of catalogue.assets) {
		// A finding needs an entry: the pattern of the starter, or else whom the repository belongs to.
		const entry = catalogue.patterns.get(file.split('/')[1] ?? '') ?? organisation;
		if (entry && text !== undefined) yield { entry, file, text, digest, kinds: STARTERS };
	}
}

function kindsOf({ collection }: Entry): Kinds {
	if (NAMING.has(collection)) return CREDENTIALS;
	return COPYING.has(collection) ? COPIED : PROSE;
}

/** What a text gives away; kept without the thing itself, so that the cache does not spread it. */
async function leaksIn(
	{ text, digest }: Pick<Scanned, 'text' | 'digest'>,
	cache: Cache,
): Promise<readonly Leak[]> {
	const key = keyUnder(digest, 'leaks');
	// The key names the text and, through the cache, this code: what is kept is a list of leaks.
	const kept = cache.get(key) as readonly Leak[] | undefined;
	if (kept) return kept;
	const leaks = [...(await credentialsIn(text)), ...personalIn(text)];
	leaks.sort((a, b) => a.index - b.index || compare(a.what, b.what));
	cache.set(key, leaks);
	return leaks;
}
