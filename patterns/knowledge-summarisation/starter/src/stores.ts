/** What the two stores must offer. The workflow knows nothing else about them. */
import type { Connector } from './connectors/connector.ts';
import type { Caller } from './controls/access-control.ts';
import type { AskRight } from './controls/source-permissions.ts';

/** A passage as the index knows it, before its text is read. */
export interface Found {
	id: string;
	/** Id of the connector it came from. */
	store: string;
	title: string;
	owner: string | undefined;
	/** Day of the last change, year-month-day. */
	updated: string;
	/** Space of an article; a document has none. */
	space: string | undefined;
	/** Class of an article, label of a document; undefined where it has none. */
	dataClass: string | undefined;
	/** Documents an article links to. */
	links: string[];
	/** How close it is to the question, however the index counts. */
	closeness: number;
}

/** Where to look: whole spaces, or the documents that some articles link to. */
export type Among = { spaces: readonly string[] } | { ids: readonly string[] };

/** A store that is read with the reader's own sign-in and never written to. */
export interface SourceStore extends Pick<Connector, 'name' | 'read'> {
	/** What this reader can open by the rights in the index, applied before anything is ranked. */
	find: (query: string, among: Among, most: number, caller: Caller) => Promise<Found[]>;
	/** Asks the store itself, not its index. */
	mayOpen: AskRight;
}

/** Who is signed in, according to the identity provider, and in which groups. */
export interface Directory {
	/** Undefined for someone who is not signed in. */
	groupsOf: (person: string) => readonly string[] | undefined;
}

export interface Systems {
	articles: SourceStore;
	documents: SourceStore;
	directory: Directory;
}
