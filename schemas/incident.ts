/** An incident: what went wrong, when, who was told, and what will stop it next time. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { date, example, moment, owner, ref, summary, text, title, version } from './fields.ts';
import * as words from './vocabularies.ts';

/** A moment of the incident, with who saw or did it. */
const stamped = z.strictObject({
	at: moment,
	by: text(2, 120).describe('Who saw or did it, or what recorded it.'),
	what: text(5, 300).describe('What happened.'),
});

/** A duty either applies, or somebody decided that it does not. */
const duty = z.union(
	[
		z.strictObject({
			duty: ref('duties').describe('Duty in content/policy.yaml.'),
			done: moment.optional().describe('When it was done.'),
			source: text(3, 200).optional().describe('Where the report is. Needed once it is done.'),
		}),
		z.strictObject({
			duty: ref('duties').describe('Duty in content/policy.yaml.'),
			doesNotApply: z
				.strictObject({
					by: text(2, 80).describe('Who decided.'),
					on: date.describe('Day of the decision.'),
					because: text(10, 240).describe('Why it does not apply.'),
				})
				.describe('The decision that the duty does not apply.'),
		}),
	],
	{ error: 'is not a duty. Specify the `duty`, and when it was `done` or why it `doesNotApply`.' },
);

export const incidentSchema = z.strictObject({
	title,
	summary,
	example,
	number: text(3, 40).describe('Number that people quote, such as INC-2026-004.'),
	owner,
	severity: words.severity.schema.describe('How serious it is.'),
	use: ref('use-cases').describe('Use case in which it happened.'),
	ran: z
		.strictObject({
			version: version.describe('Version of the use case that ran.'),
			pattern: version.describe('Version of the pattern that ran.'),
		})
		.describe('What ran at that time.'),
	responds: text(3, 80).describe('Role that responds.'),
	started: stamped.describe('When it started, as far as we know today.'),
	noticed: stamped.describe('When somebody noticed.'),
	known: stamped.describe(
		'When somebody confirmed that the AI was the cause. Duty clocks start here.',
	),
	contained: stamped.optional().describe('When no further harm could happen.'),
	putRight: stamped.optional().describe('When the harm was corrected.'),
	closed: stamped.optional().describe('When every action was done. Leave it out while it is open.'),
	risks: z.array(ref('risks')).min(1).describe('Risks that came true, the main one first.'),
	affected: z
		.strictObject({
			cases: z.int().min(0).describe('Cases or tasks that were affected.'),
			people: z.int().min(0).describe('People who were affected.'),
		})
		.describe('How much was affected.'),
	controls: z
		.array(
			z.strictObject({
				control: ref('controls').describe('Control.'),
				result: words.controlResult.schema.describe('Whether it failed or held.'),
				why: text(5, 240).describe('What it did, or why it did not work.'),
			}),
		)
		.min(1)
		.describe('Controls that failed and controls that held.'),
	causes: z.array(text(10, 240)).min(1).describe('Why it happened, the main cause first.'),
	goldenCase: z
		.strictObject({
			prompt: ref('prompts').describe('Prompt that the case tests.'),
			text: text(5, 2000).describe('Input that would have shown the fault.'),
			expect: z
				.record(text(1, 60), z.union([text(0, 2000), z.number(), z.boolean()]))
				.describe('Right answer, field by field.'),
			addedIn: version.optional().describe('Version of the prompt whose cases include it.'),
		})
		.describe('The test case that would have caught it.'),
	actions: z
		.array(
			z.strictObject({
				what: text(5, 240).describe('What must be done.'),
				who: text(2, 80).describe('Role that does it.'),
				by: date.describe('Day it is due.'),
				done: date.optional().describe('Day it was done.'),
			}),
		)
		.min(1)
		.describe('What will stop it happening again.'),
	duties: z.array(duty).describe('Who must be told. Answer every duty in the policy.'),
});
export type Incident = z.output<typeof incidentSchema>;

export const incidents = defineCollection({
	file: 'content/incidents/{id}.yaml',
	format: 'yaml',
	schema: incidentSchema,
	singular: 'incident',
	plural: 'incidents',
	about: 'What went wrong in a use of AI, who was told, and what will stop it next time.',
	pages: true,
	nav: { footer: 'govern' },
	standalone: true,
});
