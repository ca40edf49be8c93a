/**
 * Whether a path leads to something in a folder, at any depth; the folder itself does not count.
 *
 * The one answer for caches, commands and builds. It looks at the names alone: whoever fears a link on
 * the way gives the real paths.
 *
 * @example isBelow('/a', '/a/..b') // => true
 */
import { isAbsolute, relative, sep } from 'node:path';

export function isBelow(folder: string, path: string): boolean {
	const way = relative(folder, path);
	// Between two drives of Windows there is no way, so the path is given whole.
	return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
