/** The command that adds an entry, for pages that say how to record the first one. */
import { type CollectionName, collections } from '#schemas/index.ts';

/**
 * The command for a collection whose entries each have a file and a page.
 *
 * @example
 * newCommand('use-cases') // => 'npm run new -- use-case'
 */
export function newCommand(name: CollectionName): string | undefined {
	const { pages, file, singular } = collections[name];
	if (!(pages && file.includes('{id}'))) return undefined;
	return `npm run new -- ${singular.replaceAll(' ', '-')}`;
}
