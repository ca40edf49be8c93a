/** What bounds an agent: the tools it may call, how far it may go, and to whom it hands over. */
import { z } from 'zod';
import { ref, text } from './fields.ts';
import * as words from './vocabularies.ts';

export const agentSchema = z.strictObject({
	tools: z
		.array(
			z.strictObject({
				name: text(2, 60).describe('Name of the tool as the model sees it.'),
				does: text(10, 200).describe('What it does, and what it cannot do.'),
				connector: ref('connectors').describe('Connector of this pattern it goes through.'),
				access: words.access.schema.describe('Access it uses; the pattern must have it there.'),
			}),
		)
		.min(1)
		.describe('The only tools it may call.'),
	limits: z
		.strictObject({
			steps: z.int().min(1).optional().describe('Most steps for one task.'),
			spend: z
				.number()
				.positive()
				.optional()
				.describe('Most it may spend on one task, in the currency the gateway bills.'),
		})
		.describe('What limits it: steps, spend, or both.'),
	escalation: z
		.strictObject({
			when: text(10, 200).describe('When it stops and hands over.'),
			to: ref('roles').describe('Role that takes over.'),
		})
		.describe('When it stops, and who takes over.'),
	killSwitch: text(10, 240).describe('How to stop every run immediately, and who does it.'),
});
export type Agent = z.output<typeof agentSchema>;
