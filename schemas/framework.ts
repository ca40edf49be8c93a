/** An external framework in one edition: identifiers and titles only. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { date, owner, ref, reviewed, text, url } from './fields.ts';
import { row, type Weighing } from './weighing.ts';

/** An identifier or a word, as the publisher writes it. */
const word = text(1, 200);
const ids = z.array(word).min(1);

const item = z.strictObject({
	id: word.describe('Identifier exactly as the framework writes it.'),
	title: text(2, 200).describe('Title as the publisher writes it.'),
	kind: z
		.enum(['risk', 'control', 'requirement', 'technique', 'function'])
		.describe('What the item is; `function` groups other items.'),
	parent: word.optional().describe('Identifier of the group it belongs to.'),
	url: url.optional().describe('Page of the item.'),
	mitigates: ids.optional().describe('Risks of the same framework that it addresses.'),
	mapsTo: z
		.record(z.string(), ids)
		.optional()
		.describe("The framework's own mapping: framework id to identifiers."),
	tactics: ids.optional().describe('Tactics a technique serves.'),
	oscalId: word.optional().describe('Identifier in OSCAL catalogues.'),
	baselines: z.array(word).optional().describe('Baselines that include it.'),
	appliesFrom: date.optional().describe('Day the duty starts to apply.'),
	addressee: word.optional().describe('Who has the duty.'),
	type: word.optional().describe('Type of a telemetry field.'),
	meaning: text(2, 400).optional().describe('What it means, in our words.'),
	values: z.array(word).optional().describe('Values that the field can have.'),
	sensitive: z.boolean().optional().describe('Whether the field can contain sensitive content.'),
	status: word.optional().describe('Status the publisher gives it, such as deprecated.'),
	successor: ids.optional().describe('Identifiers that replace it.'),
});
export type FrameworkItem = z.output<typeof item>;

export const frameworkSchema = z.strictObject({
	title: text(5, 140).describe('Name of the framework.'),
	summary: text(20, 240).describe('What it is and how it is used here.'),
	edition: text(1, 120)
		.describe('Edition that the identifiers come from.')
		.meta({ label: 'Edition' }),
	publisher: text(2, 140).describe('Who publishes it.').meta({ label: 'Publisher' }),
	url,
	licence: text(2, 140)
		.describe('Licence of the identifiers and titles.')
		.meta({ label: 'Licence', section: 'about-licence' }),
	attribution: text(5, 240).optional().describe('Attribution that the licence requires.'),
	status: z.enum(['current', 'superseded']).describe('Whether a newer edition exists.'),
	owner,
	reviewed,
	supersededBy: ref('frameworks').optional().describe('The newer edition.'),
	sources: z
		.array(text(5, 600))
		.min(1)
		.describe('Where each fact was read.')
		.meta({ label: 'Where it was read', section: 'about-sources' }),
	notes: z
		.array(text(5, 600))
		.default([])
		.describe('What a reader must know before citing it.')
		.meta({ label: 'Before you cite it', section: 'about-notes' }),
	items: z
		.array(item)
		.min(1)
		.describe('Items of the framework.')
		.meta({ label: 'Where each item is covered' }),
});
export type Framework = z.output<typeof frameworkSchema>;

/** What a change asks of teams that use it. */
const breaking: readonly Weighing[] = [
	row('items.*', 'removed', 'major', 'Entries that cite it must be corrected.'),
	row('items.*', 'added', 'minor', 'Entries can cite it.'),
];

export const frameworks = defineCollection({
	file: 'content/frameworks/{id}.yaml',
	format: 'yaml',
	schema: frameworkSchema,
	breaking,
	singular: 'framework',
	plural: 'frameworks',
	about: 'External frameworks by edition, and where each of their items is covered.',
	pages: true,
	nav: { footer: 'govern' },
	standalone: true,
});
