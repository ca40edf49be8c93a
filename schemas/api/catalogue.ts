/** What the catalogue holds: its lists, its entries, its policy, what was withdrawn, what changed. */
import { z } from 'zod';
import { sectionSchema } from '../page.ts';
import { policySchema } from '../policy.ts';
import { promptSchema } from '../prompt.ts';
import * as words from '../vocabularies.ts';
import {
	address,
	collection,
	digest,
	documentOf,
	id,
	listOf,
	partOf,
	state,
	text,
	texts,
} from './form.ts';

export const indexDocument = documentOf('What the catalogue contains, and where.', {
	catalogue: text('Name of the catalogue.'),
	organisation: text('Name of the organisation.'),
	example: z
		.literal(true)
		.optional()
		.describe('True if the organisation is invented, with everything it approved and recorded.'),
	page: address('the first page'),
	policy: text('Version of the policy.'),
	policyJson: address('the policy as JSON'),
	withdrawn: address('the list of withdrawn entries'),
	changes: address('the newest events').optional(),
	portfolio: address('the portfolio as JSON').optional(),
	queue: address('the review queue as JSON').optional(),
	evidence: address('the list of evidence packs').optional(),
	coverage: address('the coverage as JSON').optional(),
	maturity: address('the maturity check as JSON').optional(),
	glossary: address('the glossary as JSON').optional(),
	documents: z
		.array(z.object({ name: z.string(), about: z.string(), schema: address('its JSON Schema') }))
		.default([])
		.describe('The kinds of documents of this API.'),
	collections: listOf('Collections whose entries have pages.', {
		name: collection,
		about: text('What its entries are.'),
		entries: z.int().min(0).describe('How many there are.'),
		index: address('the list of its entries'),
		schema: address('the JSON Schema of the data of an entry'),
	}),
});
export type IndexDocument = z.output<typeof indexDocument>;

const line = z.object({
	id,
	title: text('Its title.'),
	summary: text('What it is, in a sentence.'),
	aliases: z.array(z.string()).default([]).describe('Other names for it.'),
	version: z.string().optional().describe('Its version, if it has one.'),
	digest,
	example: z.literal(true).describe('Set if the entry is invented.').optional(),
	facets: z.record(z.string(), z.array(z.string())).describe('Values to filter by.'),
	page: address('its page'),
	json: address('its JSON'),
});
/** One entry in the list of its collection. */
export type IndexLine = z.output<typeof line>;

export const listDocument = documentOf('The entries of one collection, a line each.', {
	collection,
	entries: z.array(line).describe('In the order of their paths.'),
});
export type ListDocument = z.output<typeof listDocument>;

export const entryDocument = documentOf('One entry with its data, its prose and who cites it.', {
	collection,
	id,
	page: address('its page'),
	digest,
	state: state.optional().describe('State today, if it has one.'),
	data: z.record(z.string(), z.unknown()).describe('Its data, in the form of its collection.'),
	body: text('Its prose or template.'),
	sections: z
		.array(sectionSchema)
		.default([])
		.describe('What its page says, section by section, in words that are Markdown.'),
	citedBy: listOf('Entries that cite it.', { collection, id, page: address('its page') }),
});
export type EntryDocument = z.output<typeof entryDocument>;

const requiredControl = z.object({
	control: text('Id of the control.'),
	baseline: words.tier.schema.optional().describe('Tier from which it is required.'),
	because: z.string().optional().describe('The condition that requires it.'),
});

export const patternDocument = entryDocument
	.extend({
		data: z
			.looseObject({ title: z.string(), summary: z.string(), version: z.string() })
			.describe('Its data, in the form of its collection.'),
		computed: partOf('What follows from its data and the policy.', {
			tier: words.tier.schema,
			because: texts('Why it is this tier.'),
			requiredControls: z.array(requiredControl),
			reviewDue: text('Day of the next review, year-month-day.'),
		}),
		starter: z
			.object({
				page: address('the page to get it from'),
				zip: address('the starter as a zip'),
				tar: address('the starter as a compressed tar'),
				checksums: address('the checksums of both'),
				command: text('Downloads and unpacks it, in a shell.'),
				next: text('What to run in its folder.'),
			})
			.optional()
			.describe('A project that runs, with the prompts, controls and tests of the pattern.'),
		approval: z
			.object({
				folderDigest: text('SHA-256 of the folder of the pattern.'),
				isWhatWasApproved: z
					.boolean()
					.nullable()
					.describe('Whether the folder matches what was approved; null before an approval.'),
				approvals: z.array(
					z.object({
						seat: text('Seat of the council.'),
						by: text('Who approved.'),
						date: text('Day, year-month-day.'),
						reviewBy: text('Day by which it must be reviewed.'),
					}),
				),
				missingSeats: texts('Seats that have not approved yet.'),
				conditions: texts('What the council asked for.'),
				notices: texts('Anything that changes what you can do.'),
			})
			.optional(),
	})
	.describe('A pattern, with its tier, its required controls and its approval.');
export type PatternDocument = z.output<typeof patternDocument>;

export const promptDocument = entryDocument
	.extend({
		data: promptSchema.strip(),
		pattern: z.string().optional().describe('Id of the pattern it belongs to.'),
		versions: listOf('Newest first.', {
			version: text('Three numbers.'),
			current: z.boolean().describe('Whether it is the version in use.'),
			source: address('its text, if it was kept').optional(),
		}),
	})
	.describe('A prompt, with its versions.');
export type PromptDocument = z.output<typeof promptDocument>;

export const policyDocument = documentOf('What the organisation requires of every pattern.', {
	version: text('Version of the policy.'),
	// A condition that a reader does not know cannot be judged, so only the top level may grow.
	data: policySchema.strip(),
	council: listOf('Who fills each seat of the council.', {
		seat: text('Id of the seat.'),
		label: text('What pages call it.'),
		team: text('Team that fills it.'),
	}),
});
export type PolicyDocument = z.output<typeof policyDocument>;

export const withdrawnDocument = documentOf(
	'Withdrawn entries, so that you can tell them from entries that never existed.',
	{
		collection,
		entries: z.array(
			z.object({
				collection,
				id,
				title: text('Its last title.'),
				withdrawn: text('Day, year-month-day.'),
				because: text('Why.'),
				successor: z.string().optional().describe('Id of what to use instead.'),
				page: address('the page that says so'),
			}),
		),
	},
);
export type WithdrawnDocument = z.output<typeof withdrawnDocument>;

export const changesDocument = documentOf('What changed, was approved, waived or went wrong.', {
	page: address('the page that lists every change'),
	feed: address('the Atom feed'),
	events: listOf('The newest events, newest first.', {
		id: text('Id of the event, which never changes.'),
		kind: text('Kind of event, such as approved.'),
		label: text('What pages call the kind.'),
		date: text('Day, year-month-day.'),
		title: text('Entry that it is about.'),
		version: z.string().optional().describe('Version, if the event is about one.'),
		summary: text('What happened.'),
		action: z.string().optional().describe('What a team that uses the entry must do.'),
		pattern: z.string().optional().describe('Id of the pattern that it is about.'),
		example: z.literal(true).optional().describe('Set to true for invented data.'),
		page: address('the page that says more'),
	}),
});
export type ChangesDocument = z.output<typeof changesDocument>;
