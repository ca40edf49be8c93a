/** The tool `get_entry`: a control, risk, metric, connector or any other entry, whole. */
import type { McpServer } from '@modelcontextprotocol/server';
import { stringify } from 'yaml';
import { z } from 'zod';
import type { CatalogueReader } from '#catalogue/mcp/reader.ts';
import { sectionText } from '#catalogue/print/text.ts';
import { pagedCollections } from '#schemas/index.ts';
import type { SectionDocument } from '#schemas/page.ts';
import { answer, READS } from './answer.ts';

const input = z.strictObject({
	collection: z.enum(pagedCollections).describe('Kind of entry.'),
	id: z.string().max(90).describe('Id of the entry, as search or another tool gives it.'),
});

const output = z.looseObject({
	collection: z.string(),
	id: z.string(),
	page: z.string(),
	data: z.record(z.string(), z.unknown()).describe('Typed facts.'),
	body: z.string().describe('Markdown of the author.'),
});

/** What the page says, as the page says it. */
const said = (sections: readonly SectionDocument[]) =>
	sections.map((section) => sectionText(section, 2).markdown).join('\n\n');

/** The source of an entry whose page comes without sections, such as a prompt. */
const source = (data: Record<string, unknown>, body: string) =>
	`\`\`\`yaml\n${stringify(data, { lineWidth: 0 }).trim()}\n\`\`\`\n\n${body}`;

/** Adds the tool. */
export function addGetEntry(server: McpServer, reader: CatalogueReader): void {
	server.registerTool(
		'get_entry',
		{
			title: 'Read any entry',
			description:
				'Reads one entry in full: what a control requires and how to put it in place and test it, what a risk looks like, how a metric is measured, what a connector can do. For patterns, get_pattern is shorter.',
			inputSchema: input,
			outputSchema: output,
			annotations: READS,
		},
		({ collection, id }) =>
			answer(async () => {
				const entry = await reader.entry(collection, id);
				const { data, body, page, sections } = entry;
				const head = `# ${id} (${collection})\n\n${page}`;
				const text = `${head}\n\n${sections.length > 0 ? said(sections) : source(data, body)}`;
				return { text: text.trim(), data: entry };
			}),
	);
}
