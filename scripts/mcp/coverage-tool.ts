/** The tool `coverage`: which risks, controls, data and problems the live uses cover, and what is missing. */

import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { CatalogueReader } from '#catalogue/mcp/reader.ts';
import { asOfWords } from '#catalogue/pages/head-words.ts';
import type { CoverageDocument } from '#schemas/api.ts';
import { answer, moreLines, READS } from './answer.ts';

const input = z.strictObject({
	limit: z.int().min(1).max(200).default(20).describe('Most gaps in the answer.'),
});

const output = z.looseObject({
	asOf: z.string(),
	summary: z.string(),
	gaps: z
		.array(z.looseObject({ what: z.string(), closes: z.string() }))
		.describe('What is not covered, worst first.'),
	maps: z.array(z.looseObject({ name: z.string() })).describe('The maps, each with its CSV.'),
	more: z.int().describe('Gaps that were left out.'),
});

/** Adds the tool. */
export function addCoverage(server: McpServer, reader: CatalogueReader): void {
	server.registerTool(
		'coverage',
		{
			title: 'Read the coverage',
			description:
				'Says which risks, controls, framework items, data and problems the live uses cover, and lists the gaps, worst first, with what would close each. Only declared uses that are live count.',
			inputSchema: input,
			outputSchema: output,
			annotations: READS,
		},
		({ limit }) =>
			answer(async () => {
				const { page, asOf, example, summary, gaps: all, maps } = await reader.coverage();
				const gaps = all.slice(0, limit);
				const more = all.length - gaps.length;
				const text = [
					...(example ? [`${example.tag}. ${example.words}`] : []),
					`${summary} ${asOfWords(asOf)}. ${page}`,
					...gaps.map(gapText),
					...moreLines(more, 'gaps'),
					...maps.map(({ title, csv }) => `- Map: ${title}. CSV: ${csv}`),
				].join('\n');
				return { text, data: { asOf, page, summary, gaps, maps, more } };
			}),
	);
}

const gapText = (gap: CoverageDocument['gaps'][number]): string =>
	`- ${gap.label}: ${gap.what}, ${gap.covered} of ${gap.of}. ${gap.closes}${gap.teams.length > 0 ? ` Who: ${gap.teams.join(', ')}.` : ''}${gap.by ? ` First planned by ${gap.by}.` : ''}`;
