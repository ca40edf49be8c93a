/**
 * The export formats. A new one is one file and one line here. The API comes first: the pages that
 * it makes are those of the twins and skills as well.
 */

import { api } from '../export/api.ts';
import { backstage } from '../export/backstage.ts';
import { brand } from '../export/brand.ts';
import { browse } from '../export/browse.ts';
import { calm } from '../export/calm.ts';
import { coverage } from '../export/coverage.ts';
import { evaluations } from '../export/evaluations.ts';
import type { Exporter, ExportFile } from '../export/exporter.ts';
import { feeds } from '../export/feeds.ts';
import { glossary } from '../export/glossary.ts';
import { llms } from '../export/llms.ts';
import { markdown } from '../export/markdown.ts';
import { maturity } from '../export/maturity.ts';
import { mermaid } from '../export/mermaid.ts';
import { pictures } from '../export/pictures.ts';
import { portfolio } from '../export/portfolio.ts';
import { practice } from '../export/practice.ts';
import { promptfoo } from '../export/promptfoo.ts';
import { prompts } from '../export/prompts.ts';
import { queue } from '../export/queue.ts';
import { search } from '../export/search.ts';
import type { ExportContext } from '../model/context.ts';
import { agentSkills } from './agent-skills.ts';
import { contextOf } from './context.ts';
import { downloads } from './downloads.ts';
import { evidence } from './evidence.ts';
import { shadcn } from './shadcn.ts';

export const exporters: readonly Exporter[] = [
	api,
	agentSkills,
	backstage,
	brand,
	browse,
	calm,
	coverage,
	downloads,
	evaluations,
	evidence,
	feeds,
	glossary,
	llms,
	markdown,
	maturity,
	mermaid,
	pictures,
	portfolio,
	practice,
	promptfoo,
	prompts,
	queue,
	search,
	shadcn,
];

/** Every file of every format. Two files of one path are a mistake in an exporter. */
export function exportFiles({
	catalogue,
	url,
}: Pick<ExportContext, 'catalogue' | 'url'>): ExportFile[] {
	const context = contextOf(catalogue, url);
	const files = exporters.flatMap((exporter) => [...exporter.files(context)]);
	const seen = new Set<string>();
	for (const { path } of files) {
		if (seen.has(path)) throw new Error(`Two exporters write "${path}".`);
		seen.add(path);
	}
	return files;
}
