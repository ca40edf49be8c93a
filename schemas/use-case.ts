/** A use case: one live or planned use of a pattern, by one team, measured. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { changes, date, governed, ref, text } from './fields.ts';
import { measurementSchema, targetSchema } from './measure.ts';
import * as words from './vocabularies.ts';

export const useCaseSchema = z.strictObject({
	...governed,
	pattern: ref('patterns').describe('Pattern it is built on.').meta({ label: 'Pattern' }),
	businessOwner: text(3, 80)
		.describe('Role that answers for the outcome here.')
		.meta({ label: 'Business owner' }),
	outcome: words.outcome.schema.describe('The outcome it serves.').meta({ label: 'Outcome' }),
	stage: words.stage.schema.describe('How far this use has come.').meta({ label: 'Stage' }),
	liveSince: date
		.optional()
		.describe('Day it went live; leave out while it is not.')
		.meta({ label: 'Live since' }),
	tier: words.tier.schema
		.describe('Its risk tier: that of the pattern, or a stricter one.')
		.meta({ label: 'Risk tier' }),
	data: words.dataClass.schema
		.describe('Highest class of data in this use.')
		.meta({ label: 'Highest data' }),
	connectors: z
		.array(ref('connectors'))
		.min(1)
		.describe('Connectors this use goes through; the pattern must list them.')
		.meta({ label: 'Connectors' }),
	variations: z
		.array(
			z.strictObject({
				what: text(10, 200).describe('What differs from the pattern.'),
				why: text(10, 200).describe('Why it differs here.'),
			}),
		)
		.default([])
		.describe('What differs here, within what the pattern leaves to a team.')
		.meta({ label: 'What differs from the pattern', section: 'variations' }),
	measures: z
		.array(
			z.strictObject({
				metric: ref('metrics').describe('Metric from the catalogue.'),
				baseline: z.number().optional().describe('Value before, in the unit of the metric.'),
				target: targetSchema.describe('What good looks like here.'),
				latest: measurementSchema.optional().describe('Last measured value.'),
			}),
		)
		.min(1)
		.describe('What is measured in this use.')
		.meta({ label: 'What is measured', section: 'measures' }),
	changes: changes.optional(),
});
export type UseCase = z.output<typeof useCaseSchema>;

export const useCases = defineCollection({
	approval: {
		by: 'right',
		upkeep: [
			'owner',
			'reviewed',
			'aliases',
			'status',
			'state',
			'stage',
			'stages',
			'liveSince',
			'changes',
		],
	},
	file: 'content/use-cases/{id}.yaml',
	format: 'yaml',
	schema: useCaseSchema,
	singular: 'use case',
	plural: 'use cases',
	about:
		'A use of a pattern by one team: what is live, on which data, at which tier, measured how.',
	pages: true,
	nav: { footer: 'govern' },
	standalone: true,
});
