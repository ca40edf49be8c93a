/** The tool `obligations`: what the policy asks of an idea before anything is built. */
import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { obligationsOf, obligationText } from '#catalogue/mcp/obligations.ts';
import type { CatalogueReader } from '#catalogue/mcp/reader.ts';
import { exposureSchema } from '#schemas/exposure.ts';
import { technique, tier } from '#schemas/vocabularies.ts';
import { answer, READS } from './answer.ts';

const input = exposureSchema.extend({
	techniques: z
		.array(technique.schema)
		.max(technique.values.length)
		.default([])
		.describe('Techniques it combines; some add required controls.'),
});

const output = z.object({
	policyVersion: z.string(),
	tier: tier.schema,
	tierLabel: z.string(),
	because: z.array(z.string()).describe('Why this tier; empty where nothing raises it.'),
	controls: z.array(
		z.object({
			control: z.string(),
			title: z.string(),
			why: z.string(),
			waivable: z.boolean().describe('Whether it can be waived until a date.'),
		}),
	),
	seats: z.array(z.object({ seat: z.string(), team: z.string().optional() })),
	reviewMonths: z.int(),
	evidence: z.array(z.object({ item: z.string(), onlyIf: z.string().optional() })),
	rules: z.array(z.object({ rule: z.string(), summary: z.string() })),
});

/** Adds the tool. */
export function addObligations(server: McpServer, reader: CatalogueReader): void {
	server.registerTool(
		'obligations',
		{
			title: 'What a use of AI requires',
			description:
				'Computes the risk tier of a use of AI from its exposure, with the reasons, the controls it must have and why, the council seats that approve it, the review period and the evidence pack, by the policy of the organisation. Ask it before designing anything.',
			inputSchema: input,
			outputSchema: output,
			annotations: READS,
		},
		({ techniques, ...exposure }) =>
			answer(async () => {
				const [policy, controls] = await Promise.all([reader.policy(), reader.lines('controls')]);
				const titles = new Map([...controls].map(([id, { title }]) => [id, title]));
				const found = obligationsOf({ exposure, techniques }, policy, titles);
				return { text: obligationText(found), data: { ...found } };
			}),
	);
}
