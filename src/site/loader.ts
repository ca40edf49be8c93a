/** Astro's content loader over the core: any error finding stops a build, and dev prints it. */
import { resolve } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Entry } from '#catalogue/model/catalogue.ts';
import { digestOf } from '#catalogue/model/digest.ts';
import { formatFinding } from '#catalogue/model/finding.ts';
import type { CollectionName } from '#schemas/index.ts';
import { contentRoot, forget, loadShared } from './catalogue.ts';

let printed = '';

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
	const { catalogue, findings } = await loadShared();
	const errors = findings.filter(({ severity }) => severity === 'error');
	const text = findings.map(formatFinding).join('\n');
	if (text !== printed && findings.length > 0) {
		printed = text;
		context.logger[errors.length > 0 ? 'error' : 'warn'](`\n${text}`);
	}
	if (errors.length > 0 && !context.watcher) throw new BuildStopped(errors.length);
	context.store.clear();
	const entries: Iterable<Entry> = catalogue.all[collection].values();
	for (const { id, file, source } of entries) {
		context.store.set({ id, data: { id }, filePath: file, digest: digestOf(source) });
	}
}

/** Stops the build after the findings were printed, without a stack trace of its own. */
class BuildStopped extends Error {
	constructor(count: number) {
		super(`${count} to fix before the site can be built; \`npm run validate\` prints the same.`);
		this.name = 'Catalogue';
		this.stack = '';
	}
}

function isContent(file: string): boolean {
	return ['patterns', 'content'].some((folder) => file.startsWith(resolve(contentRoot(), folder)));
}
