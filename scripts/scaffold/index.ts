/**
 * The kinds that `npm run new` can add. A collection whose entries people write follows from its
 * schema; one that needs more questions or more files has a scaffold of its own in this folder.
 */
import { type CollectionName, collections, pagedCollections } from '#schemas/index.ts';
import { scaffoldOf } from './any.ts';
import { patterns } from './patterns.ts';
import { prompts } from './prompts.ts';
import type { Scaffold } from './scaffold.ts';
import { useCases } from './use-cases.ts';

const own: readonly Scaffold[] = [patterns, prompts, useCases];

/** Collections with a page for each entry; the others are written by commands, or once. */
export const scaffolds: readonly Scaffold[] = pagedCollections
	.filter((name) => collections[name].file.includes('{id}'))
	.map((name) => own.find(({ collection }) => collection === name) ?? scaffoldOf(name));

/** The word for a kind on the command line. */
export const kindOf = (collection: CollectionName) =>
	collections[collection].singular.replaceAll(' ', '-');

/** The scaffold of a kind, by its word in the singular or its collection. */
export function scaffoldFor(word: string): Scaffold | undefined {
	return scaffolds.find(({ collection }) => kindOf(collection) === word || collection === word);
}
