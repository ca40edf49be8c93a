/** Astro's view of the collections; the registry in `schemas/index.ts` is the list. */
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { editorSchema } from '#catalogue/pages/editor.ts';
import { collectionNames } from '#schemas/index.ts';
import { getCatalogue } from '#site/catalogue.ts';
import { catalogueLoader } from '#site/loader.ts';
import { bundlesOnly } from '#site/work-folder.ts';

const catalogue = bundlesOnly ? undefined : await getCatalogue();

/**
 * Astro checks nothing by these schemas, for the loader has done so; it writes them as JSON Schemas
 * for the editor. There a reference is the list of ids that exist, which zod's own schema cannot
 * know, so the finished JSON Schema is handed over as the description of an unknown.
 */
export const collections = Object.fromEntries(
	// Who bundles the code of the pages need not read the content.
	collectionNames.flatMap((name) => {
		if (!catalogue) return [];
		const schema = z.unknown().meta(editorSchema(name, catalogue));
		return [[name, defineCollection({ loader: catalogueLoader(name), schema })]];
	}),
);
