/** How much there is, in words, for the foot of every page. */

import { collectionNames, collections } from '#schemas/index.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { countOf } from '../words/count.ts';

const counted = collectionNames.filter((name) => collections[name].counted);

/**
 * @example
 * counts(catalogue) // => ['5 patterns', '8 prompts', '30 controls', ...]
 */
export function counts({ all }: Catalogue): string[] {
	return counted.map((name) => {
		const { singular, plural } = collections[name];
		return countOf(all[name].size, singular, plural);
	});
}
