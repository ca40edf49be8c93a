/** Writes the files of exporters into a site, or takes them over from the site before. */
import type { Exporter } from '#catalogue/export/exporter.ts';
import type { ExportContext } from '#catalogue/model/context.ts';
import { type Reader, Reads, readAs } from '#catalogue/model/reads.ts';
import type { KeptSite } from './kept-site.ts';

export interface Written {
	files: number;
	made: number;
}

/**
 * @param pause waited for now and then, so that whoever writes can answer others in between
 */
export async function writeExports(
	exporters: readonly Exporter[],
	context: ExportContext,
	kept: KeptSite,
	pause: () => Promise<void> = async () => {},
): Promise<Written> {
	const given: ExportContext = { ...context, recall: (name, make) => kept.recall(name, make) };
	const paths = new Set<string>();
	let made = 0;
	for (const exporter of exporters) {
		const reader: Reader = { reads: new Reads() };
		const files = readAs(reader, () => exporter.files(given)[Symbol.iterator]());
		const next = () => readAs(reader, () => files.next());
		for (let step = next(); !step.done; step = next()) {
			const { path, body, from } = step.value;
			if (paths.has(path)) throw new Error(`Two exporters write "${path}".`);
			paths.add(path);
			if (paths.size % LISTED === 0) await pause();
			if (kept.carry(path, from ?? '')) continue;
			const reads = new Reads();
			kept.write(path, await readAs({ reads }, body));
			// With a digest of what the list read for it, a file answers for that alone.
			kept.made(path, from ?? '', from === undefined ? [reader.reads, reads] : [reads], [path]);
			made += 1;
			if (made % MADE === 0) await pause();
		}
		// Which files there are follows from what the list read.
		kept.made(`list of ${exporter.name}`, '', [reader.reads], []);
	}
	return { files: paths.size, made };
}

/** Files between two pauses, by what they cost. */
const LISTED = 64;
const MADE = 8;
