/** The export formats. A new one is one file and one line here. */
import { api } from './api.ts';
import { browse } from './browse.ts';
import type { ExportContext, Exporter, ExportFile } from './exporter.ts';
import { prompts } from './prompts.ts';

export const exporters: readonly Exporter[] = [api, browse, prompts];

/** Every file of every format. Two files of one path are a mistake in an exporter. */
export function exportFiles(context: ExportContext): ExportFile[] {
	const files = exporters.flatMap((exporter) => [...exporter.files(context)]);
	const seen = new Set<string>();
	for (const { path } of files) {
		if (seen.has(path)) throw new Error(`Two exporters write "${path}".`);
		seen.add(path);
	}
	return files;
}
