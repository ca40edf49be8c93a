/** The export formats. A new one is one file and one line here. */

import type { ExportContext } from '../model/context.ts';
import { agentSkills } from './agent-skills.ts';
import { api } from './api.ts';
import { backstage } from './backstage.ts';
import { browse } from './browse.ts';
import { calm } from './calm.ts';
import { downloads } from './downloads.ts';
import type { Exporter, ExportFile } from './exporter.ts';
import { feeds } from './feeds.ts';
import { llms } from './llms.ts';
import { markdown } from './markdown.ts';
import { mermaid } from './mermaid.ts';
import { promptfoo } from './promptfoo.ts';
import { prompts } from './prompts.ts';
import { shadcn } from './shadcn.ts';

export const exporters: readonly Exporter[] = [
	agentSkills,
	api,
	backstage,
	browse,
	calm,
	downloads,
	feeds,
	llms,
	markdown,
	mermaid,
	promptfoo,
	prompts,
	shadcn,
];

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
