/** Where an agent's catalogue comes from: a folder in memory or a site, asked in the same way. */

/**
 * The files that the site serves for tools. A folder makes them on request by the exporters, a site
 * is fetched: both give the same text for the same path, so nothing else needs to know which it is.
 */
export interface CatalogueSource {
	/** Folder or address, for messages. */
	name: string;
	/**
	 * The text of a file by its path under the site, such as `api/v1/index.json`. Paths are made of
	 * names that the catalogue itself gave, never of what a client sent.
	 *
	 * @throws SourceError where it cannot be had.
	 */
	read: (path: string) => Promise<string>;
	/** The bytes of a file that is no text; as `read` otherwise. */
	bytes: (path: string) => Promise<Uint8Array>;
}

/** The catalogue cannot be read: one line that says what is wrong, and what to do. */
export class SourceError extends Error {}

/** The client asked for what there is not: one line that says so, and what to ask instead. */
export class AskError extends Error {}
