/** How much there is, in words, for the foot of every page. */
import { collections } from '#schemas/index.ts';
import type { Catalogue } from '../model/catalogue.ts';

const COUNTED = ['patterns', 'prompts', 'controls', 'risks', 'metrics', 'connectors'] as const;

/**
 * @example
 * counts(catalogue) // => ['5 patterns', '8 prompts', '30 controls', ...]
 */
export function counts({ all }: Catalogue): string[] {
	return COUNTED.map((name) => countOf(all[name].size, name));
}

function countOf(count: number, name: (typeof COUNTED)[number]): string {
	const { singular, plural } = collections[name];
	return `${count} ${count === 1 ? singular : plural}`;
}
