/** The tool `get_pattern`: one pattern, with the sections that are asked for. */
import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { patternText, patternView, SECTION_IDS } from '#catalogue/mcp/pattern.ts';
import type { CatalogueReader } from '#catalogue/mcp/reader.ts';
import { answer, READS } from './answer.ts';

const input = z.strictObject({
	id: z.string().max(90).describe('Id of the pattern, as search gives it.'),
	sections: z
		.array(z.enum(['all', ...SECTION_IDS]))
		.max(SECTION_IDS.length + 1)
		.default(['fit'])
		.describe(
			'Sections of the page to include: only "fit" by default, "all" for the whole pattern. The answer lists those it leaves out.',
		),
});

const output = z.looseObject({
	id: z.string(),
	title: z.string(),
	version: z.string(),
	tier: z.string(),
	page: z.string(),
	digest: z.string(),
	sections: z.array(
		z.object({
			id: z.string(),
			title: z.string(),
			data: z.record(z.string(), z.unknown()).describe('Typed facts of the section.'),
			prose: z.string().describe('Markdown of the author.'),
			text: z.string().describe('All that the section says, as Markdown.'),
		}),
	),
	more: z.array(z.string()).describe('Sections that were left out.'),
});

/** Adds the tool. */
export function addGetPattern(server: McpServer, reader: CatalogueReader): void {
	server.registerTool(
		'get_pattern',
		{
			title: 'Read a pattern',
			description:
				'Reads an approved AI pattern: whether it fits, its status and what you must do, risk tier with reasons, required controls, and any section of its page (architecture, connectors, prompts, risks, controls, evaluation, telemetry, incident, metrics, rollout and more).',
			inputSchema: input,
			outputSchema: output,
			annotations: READS,
		},
		({ id, sections }) =>
			answer(async () => {
				const view = patternView(await reader.pattern(id), sections);
				return { text: patternText(view), data: { ...view } };
			}),
	);
}
