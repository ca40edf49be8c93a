/** A use case: one use of a pattern by one team, governed like the pattern. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { countries } from './countries.ts';
import { changes, date, example, governed, ref, sha256, text, version } from './fields.ts';
import { targetSchema } from './measure.ts';
import { stageNames } from './stage-names.ts';
import * as words from './vocabularies.ts';
import { waiverSchema } from './waiver.ts';

const source = z.strictObject({
	system: text(2, 60).describe('System that the data comes from or goes to.'),
	direction: words.dataDirection.schema.describe('Whether the use reads or writes.'),
	data: words.dataClass.schema.describe('Class of the data.'),
	personalData: words.personalData.schema.describe('Personal data in it.'),
	fields: z.array(text(1, 60)).min(1).describe('Fields that are used.'),
	keptFor: text(2, 80).describe('How long the use keeps them.'),
	dataOwner: text(3, 80).describe('Role that owns the data.'),
	classifiedOn: date.describe('Date when the class was set or confirmed.'),
});

const measure = z.strictObject({
	metric: ref('metrics').describe('Metric from the catalogue.'),
	part: text(3, 60).optional().describe('Which part, if the metric has two (missed, raised).'),
	headline: z
		.literal(true)
		.optional()
		.describe('Set to true for the single measure that shows if the use is worthwhile.'),
	target: targetSchema.describe('What good looks like here.'),
	scale: z
		.strictObject({
			from: z.number().describe('Lower end.'),
			to: z.number().describe('Upper end.'),
		})
		.optional()
		.describe('Scale of the drawing, so that you can compare uses with the same metric.'),
	owner: text(3, 80).describe('Role that is responsible for the value.'),
	source: text(5, 120).describe('Report, query or signal that the value is read from.'),
	firstValueDue: date.optional().describe('Day the first value is due.'),
});

export const useCaseSchema = z.strictObject({
	...governed,
	example,
	pattern: ref('patterns').describe('Pattern it is built on.'),
	builtOn: z
		.strictObject({
			version: version.describe('Version of the pattern.'),
			digest: sha256.describe('Digest of the pattern at that version.'),
		})
		.describe('Exact version of the pattern that the team copied.'),
	businessOwner: text(3, 80).describe('Role that is responsible for the outcome here.'),
	outcome: ref('outcomes').describe('Outcome it serves.'),
	state: words.useState.schema.describe('Whether it is a pilot, live, paused or retired.'),
	stage: words.stage.schema
		.describe('Stage that this use has reached. The pattern has its own stage.')
		.meta({ label: stageNames.use }),
	stages: z
		.array(
			z.strictObject({
				stage: words.stage.schema.describe('Stage.'),
				entered: date.describe('Day it entered the stage. Its gate is judged as of this day.'),
			}),
		)
		.min(1)
		.describe('Every stage it has entered, the first one first.'),
	liveSince: date.optional().describe('Day it went live. Leave it out while it is a pilot.'),
	pilot: z
		.strictObject({
			exit: z.array(text(5, 200)).min(1).describe('What must be true to leave the pilot.'),
			ends: date.describe('Day the pilot ends.'),
		})
		.optional()
		.describe('How the pilot ends.'),
	tier: words.tier.schema.describe('Its risk tier: the same as the pattern, or a stricter one.'),
	data: words.dataClass.schema.describe('Highest class of data in this use.'),
	personalData: words.personalData.schema.describe('Personal data in this use.'),
	sources: z.array(source).min(1).describe('Data that the use reads and writes.'),
	prompts: z
		.array(
			z.strictObject({
				prompt: ref('prompts').describe('Prompt of the pattern.'),
				version,
				digest: sha256.describe('SHA-256 of the prompt file that runs here.'),
			}),
		)
		.min(1)
		.describe('Exact prompts that run here.'),
	model: z
		.strictObject({
			model: ref('models').describe('Model alias.'),
			pin: text(2, 40).describe('Exact version that this use calls.'),
			region: text(2, 60).describe('Where prompts are processed.'),
			countries,
			fallback: ref('models')
				.optional()
				.describe('Model to use if the first one is not available.'),
			fallbackCountries: countries,
		})
		.describe('The model that answers.'),
	settings: z
		.array(
			z.strictObject({
				name: text(2, 60).describe('Name of the setting.'),
				value: text(1, 80).describe('Value here.'),
				allowed: text(1, 120).describe('What the pattern allows.'),
			}),
		)
		.default([])
		.describe('Settings of the pattern with their values here.'),
	connectors: z
		.array(
			z.strictObject({
				connector: ref('connectors').describe('Connector; the pattern must list it.'),
				access: words.access.schema.describe('What this use does through it.'),
				data: words.dataClass.schema.describe('Highest class of data that goes through it.'),
				countries,
			}),
		)
		.min(1)
		.describe('Connectors this use goes through.'),
	switchOff: z
		.strictObject({
			who: text(3, 80).describe('Role that can switch it off.'),
			how: text(5, 200).describe('The one step that switches it off.'),
		})
		.describe('How it is switched off.'),
	variations: z
		.array(
			z.strictObject({
				what: text(10, 200).describe('What differs from the pattern.'),
				why: text(10, 200).describe('Why it differs here.'),
			}),
		)
		.default([])
		.describe('What differs here, within what the pattern lets a team change.')
		.meta({ label: 'What differs from the pattern', section: 'variations' }),
	measures: z
		.array(measure)
		.min(1)
		.refine((all) => all.filter(({ headline }) => headline).length === 1, {
			error: 'needs one main measure. Set `headline: true` for exactly one.',
		})
		.describe('What is measured in this use.')
		.meta({ label: 'What is measured', section: 'measures' }),
	plans: z
		.array(
			z.strictObject({
				control: ref('controls').describe('Control that is not proven yet.'),
				next: text(5, 200).describe('What will be done next.'),
				who: text(2, 80).describe('Role that does it.'),
				by: date.describe('Day it is due.'),
			}),
		)
		.default([])
		.describe(
			'What is planned for controls that are not proven, and for controls added by choice.',
		),
	waivers: z
		.array(waiverSchema)
		.default([])
		.describe('Controls and rules that are waived until a date.'),
	decisionRights: z
		.strictObject({
			approvesUseCase: ref('teams').describe('Approves the use case.'),
			ownsData: ref('teams').describe('Owns the data it uses.'),
			monitorsQuality: ref('teams').describe('Watches the quality of its output.'),
			respondsToFailure: ref('teams').describe('Responds when it fails.'),
		})
		.describe('The four decision rights, each with a team.'),
	changes: changes.optional(),
});
export type UseCase = z.output<typeof useCaseSchema>;
export type UseMeasure = UseCase['measures'][number];

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
			'plans',
			'changes',
		],
	},
	file: 'content/use-cases/{id}.yaml',
	format: 'yaml',
	schema: useCaseSchema,
	singular: 'use case',
	plural: 'use cases',
	about:
		'Each use of a pattern by one team: its state, its data, its controls and what it measures.',
	pages: true,
	nav: { footer: 'govern' },
	standalone: true,
});
