/** What a rule is, and what it reports; the rules themselves are a floor of their own. */
import type { CollectionName } from '#schemas/index.ts';
import type { Cache } from './cache.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import type { Range, Severity } from './finding.ts';
import type { Path } from './schema-walk.ts';

/** What a rule reports: an entry, the place in it, and the words. */
export interface Problem {
	entry: Entry;
	/** File it stands in where that is no entry, such as one of a starter; needs `spot`. */
	file?: string;
	/** Field of the data; leave out when `spot` says the place. */
	path?: Path;
	/** Place in the body, as line and column of the file. */
	spot?: Range;
	message: string;
	fix: string;
	/** Where it weighs more or less than the rule usually does, such as a warning that grew old. */
	severity?: Severity;
	/** Control it is about, so that a waiver of that control lifts it. */
	control?: string;
}

/** Lines that break a rule and lines that keep it; tests run both, so they stay true. */
export interface Example {
	/** Collection in whose entry the lines stand, among sound minimal entries. */
	in: CollectionName;
	/**
	 * Data as YAML that replaces fields of the entry; or, where `part` says so, its prose, the whole
	 * file, or the path at which the entry stands.
	 */
	fails: string;
	passes: string;
	part?: 'data' | 'body' | 'file' | 'path';
	/** Entries that are judged as approved, such as patterns/summary: no status says that. */
	approved?: readonly string[];
	/** What else must be so: fields of other entries; with `id`, one more sound entry of that id. */
	given?: readonly { in: CollectionName; id?: string; data: string }[];
}

/** What a reader may know about a rule; its page and `--explain` are made from it. */
export interface RuleDoc {
	/** Name printed in brackets behind each finding. */
	id: string;
	severity: Severity;
	/** What it asks for, in one sentence. */
	summary: string;
	/** Why it exists: what goes wrong without it, in one or two sentences. */
	why: string;
	/** Where it comes from: a section of the project brief, a framework, or this catalogue. */
	source: string;
	example?: Example;
}

export interface Rule extends RuleDoc {
	/**
	 * `references` sees every accepted entry. `structure` and `policy` see those that passed the
	 * phases before; only `policy` needs content/policy.yaml and content/organisation.yaml.
	 */
	phase: 'references' | 'structure' | 'policy';
	/** Whether it also judges frozen records, such as released prompts; other rules pass them by. */
	judgesFrozen?: true;
	/**
	 * Whether it keeps in the cache what it finds in each entry, so that asking it about parts of the
	 * catalogue first, on several processors, spares it the work on the whole.
	 */
	keeps?: true;
	/** Every problem in the whole catalogue; other entries may be missing, which is no problem here. */
	check: (catalogue: Catalogue, cache: Cache) => Iterable<Problem> | AsyncIterable<Problem>;
}
