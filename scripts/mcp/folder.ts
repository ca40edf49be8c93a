/** The catalogue of a folder, as the site built from it would serve it. */

import { contextOf } from '#catalogue/copy/context.ts';
import { downloads } from '#catalogue/copy/downloads.ts';
import { evidence } from '#catalogue/copy/evidence.ts';
import { api } from '#catalogue/export/api.ts';
import { coverage } from '#catalogue/export/coverage.ts';
import type { Exporter, ExportFile, FileBody } from '#catalogue/export/exporter.ts';
import { portfolio } from '#catalogue/export/portfolio.ts';
import { prompts } from '#catalogue/export/prompts.ts';
import { queue } from '#catalogue/export/queue.ts';
import { search } from '#catalogue/export/search.ts';
import { loadCatalogue } from '#catalogue/load.ts';
import { type CatalogueSource, SourceError } from '#catalogue/mcp/source.ts';
import { addressesOf } from '#catalogue/model/address.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import type { ExportContext } from '#catalogue/model/context.ts';
import type { Finding } from '#catalogue/model/finding.ts';
import { openCache } from '#catalogue/read/cache.ts';
import { commitOf } from '../commit.ts';

export interface FolderOpened {
	/** Undefined where the content has errors: the site would not be built from it either. */
	source: CatalogueSource | undefined;
	errors: Finding[];
}

/** Reads a folder once; what is edited later is seen by the next start. */
export async function openFolder(root: string): Promise<FolderOpened> {
	const { catalogue, findings } = await loadCatalogue(root, {
		cache: openCache(root, console.error),
		commit: await commitOf(root),
	});
	const errors = findings.filter(({ severity }) => severity === 'error');
	if (errors.length > 0) return { source: undefined, errors };
	return { source: catalogueSource(root, contextOf(catalogue, addressesIn(catalogue))), errors };
}

function addressesIn(catalogue: Catalogue): ExportContext['url'] {
	try {
		return addressesOf(catalogue, process.env.CATALOGUE_URL);
	} catch (error) {
		throw new SourceError(error instanceof Error ? error.message : String(error));
	}
}

/** A source over a catalogue in memory. */
export function catalogueSource(name: string, context: ExportContext): CatalogueSource {
	return filesSource(
		name,
		[api, prompts, search, portfolio, queue, coverage, evidence, downloads],
		context,
	);
}

/**
 * The files by path, each made when it is first asked for. An exporter is asked for its list only
 * when those before it do not have the path: the starters take the longest and are needed least. A
 * path that none has is no file, whatever is on the disk.
 */
function filesSource(
	name: string,
	exporters: readonly Exporter[],
	context: ExportContext,
): CatalogueSource {
	const lists = new Map<Exporter, Map<string, ExportFile>>();
	const listOf = (exporter: Exporter) => {
		const known = lists.get(exporter);
		if (known) return known;
		const list = new Map([...exporter.files(context)].map((file) => [file.path, file]));
		lists.set(exporter, list);
		return list;
	};
	const made = new Map<string, FileBody>();
	const bodyOf = async (path: string): Promise<FileBody> => {
		const known = made.get(path);
		if (known !== undefined) return known;
		const owner = exporters.find((exporter) => listOf(exporter).has(path));
		const body = owner && (await listOf(owner).get(path)?.body());
		if (body === undefined) throw new SourceError(`There is no ${path} in ${name}.`);
		made.set(path, body);
		return body;
	};
	return {
		name,
		async read(path) {
			const body = await bodyOf(path);
			return typeof body === 'string' ? body : new TextDecoder().decode(body);
		},
		async bytes(path) {
			const body = await bodyOf(path);
			return typeof body === 'string' ? new TextEncoder().encode(body) : body;
		},
	};
}
