/** A control: what a team puts in place so that a risk does not happen, shows, or is put right. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { changes, frameworks, governed, ref, text } from './fields.ts';
import * as words from './vocabularies.ts';
import { ANY, NEXT_RELEASE, row, type Weighing } from './weighing.ts';

export const controlSchema = z.strictObject({
	...governed,
	type: words.controlType.schema
		.describe('Whether it prevents, detects or corrects.')
		.meta({ label: 'Type' }),
	codifiedIn: words.codification.schema
		.describe('Where it is usually codified.')
		.meta({ label: 'Codified in' }),
	mitigates: z
		.array(ref('risks'))
		.min(1)
		.describe('Risks it lowers.')
		.meta({ label: 'Risks it addresses' }),
	operator: ref('roles').describe('Role that runs it day to day.').meta({ label: 'Run by' }),
	demands: z
		.array(
			z.strictObject({
				name: text(3, 32).describe('One or two words that name the requirement.'),
				text: text(15, 240).describe(
					'What must be true, clear enough that two people would judge it in the same way.',
				),
			}),
		)
		.min(2)
		.describe('What it must do.')
		.meta({ label: 'What it must do', section: 'does' }),
	byTier: z
		.strictObject({
			low: text(10, 300).optional().describe('What is enough at low tier.'),
			medium: text(10, 300).optional().describe('What medium tier adds.'),
			high: text(10, 300).optional().describe('What high tier adds.'),
		})
		.describe('What is required at each tier where it applies.')
		.meta({ label: 'What each tier requires', section: 'by-tier' }),
	implementation: z
		.array(text(15, 400))
		.min(3)
		.describe('Steps to put it in place, in order, each one an action.')
		.meta({ label: 'How to put it in place', section: 'implement' }),
	verification: z
		.array(
			z.strictObject({
				do: text(10, 240).describe('What the tester does.'),
				passWhen: text(5, 200).describe('What the tester must see.'),
				often: text(3, 80).describe('How often.'),
			}),
		)
		.min(2)
		.describe('How to test that it works.')
		.meta({ label: 'How to test it', section: 'test' }),
	evidence: z
		.array(
			z.strictObject({
				kind: words.evidenceKind.schema.describe('Kind of evidence.'),
				what: text(10, 240).describe('What it shows and who produces it.'),
				from: words.tier.schema.describe('Lowest tier that must keep it.'),
				inDateFor: text(3, 80).describe('How long it counts as current.'),
			}),
		)
		.min(1)
		.describe('What to keep for a reviewer, by tier.')
		.meta({ label: 'What counts as evidence', section: 'evidence' }),
	pitfalls: z
		.array(text(15, 240))
		.min(1)
		.describe('How teams get it wrong.')
		.meta({ label: 'How teams get it wrong', section: 'pitfalls' }),
	readWith: z
		.array(
			z.strictObject({
				control: ref('controls').describe('Other control.'),
				why: text(10, 160).describe('How the two controls divide the work.'),
			}),
		)
		.default([])
		.describe('Controls that are often confused with it or complete it.')
		.meta({ label: 'Compare with' }),
	measuredBy: z
		.array(ref('metrics'))
		.default([])
		.describe('Metrics that show whether it works.')
		.meta({ label: 'Measured by' }),
	frameworks,
	changes: changes.optional(),
});
export type Control = z.output<typeof controlSchema>;

/** What a change asks of teams that use it. */
const breaking: readonly Weighing[] = [
	row('demands.*', 'added', 'major', 'Teams must meet it.'),
	row('evidence.*', 'added', 'major', 'Teams must keep it.'),
	row('evidence.*.from', 'lowered', 'major', 'Lower tiers must keep it too.'),
	...['demands', 'byTier', 'evidence', 'verification', 'mitigates'].map((field) =>
		row(field, ANY, 'minor', NEXT_RELEASE),
	),
];

export const controls = defineCollection({
	approval: { by: 'part', upkeep: ['owner', 'reviewed', 'aliases', 'status', 'changes'] },
	file: 'content/controls/{id}.mdx',
	format: 'mdx',
	schema: controlSchema,
	breaking,
	singular: 'control',
	plural: 'controls',
	about: 'What a team puts in place to prevent, detect or correct a risk.',
	pages: true,
	nav: { header: 3, headerLabel: 'Risks and controls', footer: 'govern' },
	counted: true,
});
