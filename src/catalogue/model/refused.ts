/** Whether some file was not accepted, so that nothing can be said about what it holds. */
import { type CollectionName, collectionNames, collections } from '#schemas/index.ts';
import type { Catalogue } from './catalogue.ts';

type Known = Pick<Catalogue, 'all' | 'ids'>;

/** Whether some entry of the collection was not accepted. */
export const hasRefused = (collection: CollectionName, { all, ids }: Known): boolean =>
	ids(collection).length > all[collection].size;

/** Whether some entry of any collection was not accepted. Half an entry leaves its other half out. */
export const hasAnyRefused = (catalogue: Known): boolean =>
	collectionNames.some((name) => !collections[name].joins && hasRefused(name, catalogue));

/** The collection whose entries define the ids of a set, such as the teams of the organisation. */
export const definerOf = (set: string): CollectionName | undefined =>
	collectionNames.find((name) => Object.hasOwn(collections[name].defines ?? {}, set));
