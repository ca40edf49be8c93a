/** The governance council's page: tiers, baselines, cadences and gates as data. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { conditionSchema } from './exposure.ts';
import { date, frameworks, owner, ref, text, version } from './fields.ts';
import * as words from './vocabularies.ts';

const because = text(5, 120).describe('Reason in words, shown to the reader.');
const byTier = <Schema extends z.ZodType>(schema: Schema) =>
	z.strictObject({ low: schema, medium: schema, high: schema });

export const policySchema = z.strictObject({
	version,
	owner,
	reviewed: date.describe('Day the council last confirmed it.'),
	tiers: z
		.array(
			z.strictObject({
				tier: words.tier.schema.describe('Tier that follows.'),
				when: conditionSchema.describe('Condition over the exposure of the pattern.'),
				because,
			}),
		)
		.min(1)
		.describe('Reasons for a tier. The highest tier with a reason that holds wins, else low.'),
	baselines: byTier(z.array(ref('controls'))).describe(
		'Controls each tier adds; a tier carries those of the tiers below it.',
	),
	conditions: z
		.array(
			z.strictObject({
				when: conditionSchema.describe('Condition over the exposure of the pattern.'),
				because,
				controls: z.array(ref('controls')).min(1).describe('Controls it adds.'),
			}),
		)
		.describe('Controls that a property of the pattern adds at any tier.'),
	reviewMonths: byTier(z.int().min(1).max(36)).describe('Months between full reviews, by tier.'),
	approval: z
		.strictObject({
			seats: byTier(z.array(words.councilSeat.schema).min(1)).describe(
				'Seats of the council that must each approve a pattern, by tier.',
			),
		})
		.describe('Who approves.'),
	waivers: z
		.strictObject({
			maxDays: byTier(z.int().min(1).max(366)).describe('Longest life of a waiver, by tier.'),
			neverRules: z.array(text(3, 60)).describe('Rules that no waiver lifts.'),
			neverControls: z.array(ref('controls')).describe('Controls that no waiver lifts.'),
			neverControlsAt: byTier(z.array(ref('controls'))).describe(
				'Further controls that no waiver lifts, by tier.',
			),
		})
		.describe('What may be waived, and for how long.'),
	coreMetrics: z.array(ref('metrics')).min(1).describe('Metrics every pattern carries.'),
	portfolioRisks: z
		.array(
			z.strictObject({
				risk: ref('risks').describe('Risk treated once for all patterns.'),
				treatedBy: text(10, 200).describe('How and where it is treated.'),
			}),
		)
		.describe('Risks a pattern need not list.'),
	stages: z
		.array(
			z.strictObject({
				stage: words.stage.schema.describe('Stage.'),
				objective: text(5, 120).describe('What the stage is for.'),
				governance: text(5, 120).describe('Level of governance.'),
				metrics: text(5, 120).describe('Typical metrics.'),
				operating: text(5, 120).describe('Operating pattern.'),
				gate: z.array(text(5, 200)).min(1).describe('What must be true to enter it.'),
			}),
		)
		.length(5)
		.describe('The five scaling stages and the gates between them.'),
	telemetry: z
		.strictObject({
			namespace: text(2, 20).describe('Prefix of our own field names.'),
			signals: z
				.array(
					z.strictObject({
						what: text(3, 60).describe('What must be known of every production call.'),
						fields: z.array(text(3, 80)).min(1).describe('Names of the fields.'),
						sensitive: z.boolean().describe('Whether it is redacted before it is kept.'),
						keepDays: z.int().min(1).describe('Days it is kept.'),
					}),
				)
				.min(7)
				.describe('The signals of the contract.'),
		})
		.describe('The telemetry contract every pattern keeps.'),
	evidencePack: z
		.array(
			z.strictObject({
				item: text(5, 120).describe('Item of the pack.'),
				kind: words.evidenceKind.schema.optional().describe('Kind of evidence.'),
				from: words.tier.schema.describe('Lowest tier that needs it.'),
				onlyIf: text(5, 120).optional().describe('When it is needed, where not always.'),
				frameworks,
			}),
		)
		.min(1)
		.describe('What a reviewer asks for, by tier.'),
});
export type Policy = z.output<typeof policySchema>;

export const policy = defineCollection({
	file: 'content/policy.yaml',
	format: 'yaml',
	schema: policySchema,
	singular: 'policy',
	plural: 'policy',
	about: "The governance council's page: tiers, baselines, cadences, gates.",
	pages: false,
	standalone: true,
});
