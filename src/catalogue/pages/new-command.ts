/** The command that adds an entry, for pages that say how to record the first one. */
import { type CollectionName, collections } from '#schemas/index.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { code, link, type Words } from './blocks.ts';

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

/** The first step to a use, on a page that has none yet: take a pattern, or add the first one. */
export const firstStep = ({ patterns }: Pick<Catalogue, 'patterns'>): Words =>
	patterns.size === 0
		? [
				link('Add a pattern', '/contribute/'),
				', and let the council approve it: ',
				code('npm run new -- pattern'),
			]
		: [link('Choose a pattern', '/patterns/'), ' and copy its starter.'];
