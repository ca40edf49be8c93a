/** The prompts of a pattern in every format they are offered in, for the zip of the prompts. */
import type { Catalogue, Entry } from '../catalogue.ts';
import { prompts as exporter } from '../exporters/prompts.ts';
import type { BundleFile } from './archive.ts';
import type { SiteUrl } from './manifest.ts';

/** Exports, cases and released versions of every prompt the pattern uses. */
export async function promptFiles(
	pattern: Entry<'patterns'>,
	catalogue: Catalogue,
	url: SiteUrl,
): Promise<BundleFile[]> {
	const own = new Set(pattern.data.prompts);
	const only = <Kept>(all: ReadonlyMap<string, Kept>) =>
		new Map([...all].filter(([id]) => own.has(id.split('@')[0] ?? '')));
	const part: Catalogue = {
		...catalogue,
		prompts: only(catalogue.prompts),
		cases: only(catalogue.cases),
		releases: only(catalogue.releases),
	};
	const files: BundleFile[] = [];
	for (const { path, body } of exporter.files({ catalogue: part, url })) {
		const text = await body();
		// The exports of a prompt are text; anything else is an archive of its own.
		if (typeof text === 'string') {
			files.push({ path: path.replace(/^prompts\//, ''), text, mode: 0o644 });
		}
	}
	for (const { id, source } of part.cases.values()) {
		files.push({ path: `${id}.cases.yaml`, text: source.replaceAll('\r\n', '\n'), mode: 0o644 });
	}
	return files;
}
