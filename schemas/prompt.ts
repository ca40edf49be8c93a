/** A prompt template in the dotprompt format, with what the catalogue adds under `catalogue.`. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { change, date, ref, sha256, text, version } from './fields.ts';
import * as words from './vocabularies.ts';
import { ANY, OTHER, row, type Weighing } from './weighing.ts';

const variable = z.strictObject({
	label: text(2, 60).describe('Name of the field in the form, as a person would say it.'),
	dataClass: words.dataClass.schema.describe('Highest class of the data that goes in.'),
	maxLength: z.int().min(1).optional().describe('Most characters. Needed for free text.'),
	maxItems: z.int().min(1).optional().describe('Most entries, for a list.'),
	untrusted: z
		.boolean()
		.default(false)
		.describe(
			'Whether the text is untrusted (written by someone outside the team). It is marked as data, so that the model does not follow it.',
		),
	personalData: words.personalData.schema
		.default('none')
		.describe('Most sensitive kind of personal data that it can contain after redaction.'),
	source: text(3, 120).optional().describe('Where the value comes from.'),
});

const promptChanges = z
	.array(
		change.extend({
			digest: sha256
				.optional()
				.describe(
					'SHA-256 of the released text. `npm run release` writes it when it makes the next version.',
				),
		}),
	)
	.min(1)
	.describe('Change log, newest first.');

/** Picoschema as dotprompt reads it: names with types, nested. Its own parser checks the content. */
const picoschema = z
	.record(z.string(), z.unknown())
	.describe('Variables in picoschema: `name: type, description`; `name?` is optional.');

export const promptSchema = z.strictObject({
	version,
	description: text(20, 200).describe('What the prompt does, in one sentence.'),
	model: ref('models').describe('Model alias it was written and tested for.'),
	config: z
		.strictObject({
			temperature: z.number().min(0).max(2).optional().describe('Sampling temperature.'),
			maxOutputTokens: z.int().min(1).optional().describe('Most tokens in the answer.'),
			topK: z
				.int()
				.min(1)
				.optional()
				.describe('How many of the most likely words it chooses from.'),
			topP: z.number().min(0).max(1).optional().describe('Nucleus sampling.'),
			stopSequences: z.array(z.string()).optional().describe('Texts that end the answer.'),
		})
		.default({})
		.describe('Settings passed to the model.'),
	input: z
		.strictObject({
			schema: picoschema,
			default: z
				.record(z.string(), z.unknown())
				.optional()
				.describe('Values used when none is given.'),
		})
		.describe('What goes in.'),
	output: z
		.strictObject({
			format: z.enum(['json', 'text']).describe('Form of the answer.'),
			schema: picoschema.optional().describe('Fields of the answer, for json.'),
		})
		.describe('What comes out.'),
	'catalogue.variables': z
		.record(z.string(), variable)
		.describe('For every input variable: label, data class, limits, trust.')
		.meta({ label: 'Fill and preview', section: 'fill' }),
	'catalogue.reviewed': date
		.describe('Day of the last full review.')
		.meta({ label: 'Last full review' }),
	'catalogue.aliases': z.array(text(2, 60)).default([]).describe('Other names people search for.'),
	'catalogue.knownFailures': z
		.array(text(10, 240))
		.default([])
		.describe('Inputs it gets wrong, and what happens then.')
		.meta({ label: 'Known failures', section: 'failures' }),
	'catalogue.changes': promptChanges.meta({ label: 'Versions', section: 'versions' }),
});
export type Prompt = z.output<typeof promptSchema>;

/** What a change asks of teams that use it. */
const breaking: readonly Weighing[] = [
	row('variable', 'removed', 'major', 'Code that fills it is refused.'),
	row('variable.required', 'added', 'major', 'Code must fill it.'),
	row('variable.optional', 'added', 'minor', 'Code can fill it.'),
	row('variable.required', 'raised', 'major', 'Code that leaves it out is refused.'),
	row('variable.required', 'lowered', 'minor', 'Code can leave it out.'),
	row('variable.type', ANY, 'major', 'Code passes the old type.'),
	row('variable.choice', 'removed', 'major', 'Code could pass a value that is refused.'),
	row('variable.choice', 'added', 'minor', 'Code can pass it.'),
	row('answer', 'removed', 'major', 'Code that reads it breaks.'),
	row('answer', 'added', 'minor', 'Code can read it.'),
	row('answer.required', 'lowered', 'major', 'Code could read a field that is absent.'),
	row('answer.required', 'raised', 'minor', 'Code can rely on it.'),
	row('answer.type', ANY, 'major', 'Code reads the old type.'),
	row('answer.choice', 'added', 'major', 'Code could get a value that it does not know.'),
	row('answer.choice', 'removed', 'minor', 'A value is no longer returned.'),
	row('output.format', ANY, 'major', 'Code reads the old format.'),
	row('released', ['removed', 'changed'], 'major', 'A released text never changes.'),
	row('released', 'added', 'patch', 'Teams can pin it.'),
	row('catalogue.variables.*.dataClass', 'lowered', 'major', 'Teams can fill in more.'),
	row('catalogue.variables.*.personalData', 'lowered', 'major', 'Teams can fill in more.'),
	...['maxLength', 'maxItems'].map((field) =>
		row(`catalogue.variables.*.${field}`, ['lowered', 'added'], 'major', 'Long values fail.'),
	),
	row('catalogue.variables', OTHER, 'minor', 'Teams can fill in more.'),
	row('model', ANY, 'minor', 'Run the cases again on it.'),
	row('config', ANY, 'minor', 'Run the cases again with it.'),
];

export const prompts = defineCollection({
	file: 'patterns/{parent}/prompts/{id}.prompt',
	format: 'prompt',
	schema: promptSchema,
	breaking,
	singular: 'prompt',
	plural: 'prompts',
	about: 'A prompt template with typed variables, a version and test cases.',
	pages: true,
	nav: { header: 2, footer: 'use', label: 'Prompt templates' },
	counted: true,
	groupBy: false,
});
