/** Astro's content loader over the core: any error finding stops a build, and dev prints it. */
import { resolve } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Entry } from '#catalogue/model/catalogue.ts';
import { digestOf } from '#catalogue/model/digest.ts';
import type { CollectionName } from '#schemas/index.ts';
import { contentRoot, forget, loadShared } from './catalogue.ts';
import { printFindings, stopWords } from './findings.ts';

/**
 * Gives Astro the entries of one collection: id, digest and file only. Pages take their facts from
 * the catalogue; Astro needs the collection for editor help and for reloading in dev.
 */
export function catalogueLoader(collection: CollectionName): Loader {
	return {
		name: `catalogue-${collection}`,
		async load(context) {
			await fill(collection, context);
			context.watcher?.on('all', (_event, file) => {
				if (!isContent(file)) return;
				forget();
				void fill(collection, context);
			});
		},
	};
}

async function fill(collection: CollectionName, context: LoaderContext): Promise<void> {
	const loaded = await loadShared();
	const errors = printFindings(loaded, context.logger);
	if (errors > 0 && !context.watcher) throw new BuildStopped(errors);
	context.store.clear();
	const entries: Iterable<Entry> = loaded.catalogue.all[collection].values();
	for (const { id, file, source } of entries) {
		context.store.set({ id, data: { id }, filePath: file, digest: digestOf(source) });
	}
}

/** Stops the build after the findings were printed, without a stack trace of its own. */
class BuildStopped extends Error {
	constructor(count: number) {
		super(stopWords(count));
		this.name = 'Catalogue';
		this.stack = '';
	}
}

function isContent(file: string): boolean {
	return ['patterns', 'content'].some((folder) => file.startsWith(resolve(contentRoot(), folder)));
}
