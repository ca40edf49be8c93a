/** Astro's view of the collections; the registry in `schemas/index.ts` is the list. */
import { defineCollection } from 'astro:content';
import { collectionNames } from '#schemas/index.ts';
import { catalogueLoader } from '#site/loader.ts';

export const collections = Object.fromEntries(
	collectionNames.map((name) => [name, defineCollection({ loader: catalogueLoader(name) })]),
);
