/** Where the files of a starter stand: in the repository, in a copy, and on the site. */

import type { Catalogue, Entry } from './catalogue.ts';
import { folderAt } from './noted.ts';

/**
 * Whether a folder holds the files of a starter: the common one, or what a pattern lays over it. A
 * pattern whose id is "starter", or a folder of that name elsewhere, is read like any other.
 *
 * @example
 * isStarterFolder('patterns/starter') // => false
 */
export const isStarterFolder = (folder: string): boolean =>
	/^(?:content|patterns\/[^/]+)\/starter$/.test(folder);

/** What tools make inside a starter; never part of what is approved. */
export const MADE: ReadonlySet<string> = new Set(['.git', 'node_modules', 'dist', '.DS_Store']);

/** Whether a pattern has a starter: files of its own to lay over the base. */
export function hasStarter({ id }: Pick<Entry<'patterns'>, 'id'>, catalogue: Catalogue): boolean {
	const { assets } = folderAt(`patterns/${id}`, catalogue);
	return assets.some(({ file }) => file.startsWith(overlayOf(id)));
}

/** The folder of the files that a pattern lays over the common starter. */
export const overlayOf = (id: string) => `patterns/${id}/starter/`;

/** The manifest that a copy carries, from its root. */
export const MANIFEST_PATH = 'catalogue.json';

/** Where a single file of a starter is served. A leading dot would be refused by many hosts. */
export const starterFilePath = (pattern: string, path: string) =>
	`patterns/${pattern}/starter/${path.replaceAll(/(^|\/)\./g, '$1dot-')}`;
