/** What the list of a collection says above its filters and below its rows, beside what every list says. */
import type { CollectionName } from '#schemas/index.ts';
import PatternsHead from './PatternsHead.astro';
import RolesEnd from './RolesEnd.astro';

type Own = { readonly [Name in CollectionName]?: typeof PatternsHead };
const heads: Own = { patterns: PatternsHead };
const ends: Own = { roles: RolesEnd };

/** The component with what only this list says; undefined where it says nothing more. */
export const headOf = (name: CollectionName) => heads[name];
export const endOf = (name: CollectionName) => ends[name];
