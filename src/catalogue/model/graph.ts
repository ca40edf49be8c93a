/** What a catalogue is: its entries by id, and the links between them both ways. */
import type { CollectionName, DataOf } from '#schemas/index.ts';
import type { Commit } from './commit.ts';
import type { Entry } from './entry.ts';
import type { Path } from './schema-walk.ts';

/** A reference from one entry to another. */
export interface Link {
	from: Entry;
	to: Entry;
	/** The field it stands in; empty for a link in the prose. */
	path: Path;
}

/** An entry that covers an item of a framework. */
export interface Coverage {
	entry: Entry;
	relation: string | undefined;
	note: string | undefined;
}

export type Maps = { [Name in CollectionName]: Map<string, Entry<Name>> };

/** A picture as it is published. */
export interface Picture {
	/** Path under the site, without a slash at its start; its name changes with its content. */
	path: string;
	width: number;
	height: number;
	/** Reads the file. */
	bytes: () => Uint8Array;
}

/** A file that is no entry: a picture beside one, or a file of a starter. */
export interface Asset {
	file: string;
	digest: string;
	/** Undefined for a picture or another file that is no text. */
	text: string | undefined;
	/** What is published of a sound picture beside an entry. */
	picture?: Picture | undefined;
}

export interface Catalogue extends Omit<Maps, 'policy' | 'organisation'> {
	policy: DataOf<'policy'>;
	organisation: DataOf<'organisation'>;
	/** The day it is looked at, year-month-day; what is overdue or expired follows from it. */
	today: string;
	/** The commit that all of it is from; undefined where that is not known. */
	commit: Commit | undefined;
	/** Files that are no entries, in order of path. */
	assets: readonly Asset[];
	/** Every entry in the order in which it was read, which links follow. */
	entries: readonly Entry[];
	/** All maps by name, for code that works on every collection. */
	all: Maps;
	/** Links from an entry to others, and from others to it. */
	linksFrom: (entry: Entry) => readonly Link[];
	linksTo: (entry: Entry) => readonly Link[];
	/** Entries that cite an item of a framework. */
	coverage: (framework: string, item: string) => readonly Coverage[];
	/** Whether an id is in a set of ids: a collection, or a set an entry defines. */
	knows: (set: string, id: string) => boolean;
	/** The ids of a set, for suggestions. */
	ids: (set: string) => readonly string[];
}

/** What a catalogue has beside its entries. */
export interface Surroundings extends Pick<Catalogue, 'policy' | 'organisation' | 'today'> {
	assets?: readonly Asset[];
	commit?: Commit | undefined;
}
