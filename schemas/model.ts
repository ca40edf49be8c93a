/** A model behind an alias: what a prompt names, and what stands behind it today. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { countries } from './countries.ts';
import { changes, date, example, governed, ref, text } from './fields.ts';
import * as words from './vocabularies.ts';
import { ANY, LESS_DATA, PLACE_RECORDED, row, type Weighing } from './weighing.ts';

export const modelSchema = z.strictObject({
	...governed,
	example,
	supplier: text(3, 120)
		.describe('Who supplies it, as named in the gateway contract.')
		.meta({ label: 'Supplier' }),
	pinnedVersion: text(2, 40)
		.describe('Exact version that the alias points to today.')
		.meta({ label: 'Pinned version' }),
	hosting: words.hosting.schema.describe('Where it runs.').meta({ label: 'Hosting' }),
	decidedBy: words.hostingFactor.schema
		.describe('What decided where it is hosted.')
		.meta({ label: 'Decided by' }),
	regions: z
		.array(text(2, 60))
		.min(1)
		.describe('Where prompts are processed.')
		.meta({ label: 'Regions' }),
	countries,
	ceiling: words.dataClass.schema
		.describe('Highest class of data that can be sent to it.')
		.meta({ label: 'Highest class of data' }),
	dataTerms: z
		.array(text(10, 240))
		.min(2)
		.describe('What the contract says about prompts and answers.')
		.meta({ label: 'What happens to the data', section: 'data-terms' }),
	contextTokens: z
		.int()
		.min(1000)
		.describe('Most tokens, input and output together.')
		.meta({ label: 'Context' }),
	goodFor: z
		.array(text(5, 160))
		.min(1)
		.describe('Tasks it is approved for.')
		.meta({ label: 'Approved for', section: 'good-for' }),
	notFor: z
		.array(text(5, 160))
		.min(1)
		.describe('Tasks it is not approved for.')
		.meta({ label: 'Not approved for', section: 'not-for' }),
	retires: date.describe('Day the pinned version stops answering.').meta({ label: 'Retires' }),
	fallback: ref('models')
		.optional()
		.describe('Alias to switch to when it is down or retired.')
		.meta({ label: 'Fallback' }),
	changes: changes.optional(),
});
export type Model = z.output<typeof modelSchema>;

/** What a change asks of teams that use it. */
const breaking: readonly Weighing[] = [
	row('ceiling', 'lowered', 'major', LESS_DATA),
	row('contextTokens', 'lowered', 'major', 'Long prompts no longer fit.'),
	row('retires', 'lowered', 'major', 'Teams must move earlier.'),
	row('regions.*', ['added', 'removed'], 'major', 'Data is processed elsewhere.'),
	row('countries.*', 'added', 'major', 'Data goes to another country.'),
	row('goodFor.*', 'removed', 'major', 'A task is no longer approved.'),
	row('notFor.*', 'added', 'major', 'A task is no longer approved.'),
	...['pinnedVersion', 'hosting', 'ceiling', 'contextTokens', 'dataTerms', 'fallback'].map(
		(field) => row(field, ANY, 'minor', 'Run the cases again on it.'),
	),
	row('countries', ANY, 'minor', PLACE_RECORDED),
];

export const models = defineCollection({
	approval: { by: 'part', upkeep: ['owner', 'reviewed', 'aliases', 'status', 'changes'] },
	file: 'content/models/{id}.mdx',
	format: 'mdx',
	schema: modelSchema,
	breaking,
	singular: 'model',
	plural: 'models',
	about: 'A model behind an alias, with its pinned version, hosting, data terms and end date.',
	pages: true,
	groupBy: 'ceiling',
});
