/**
 * The documents under /api/v1/, each typed once: what writes them must satisfy these schemas, what
 * reads them parses with the same, and the site serves them as JSON Schemas.
 *
 * A reader of one version may meet a site of a later one, so a document may hold more than is said
 * here. Only a field that changes its meaning, or goes away, raises the version.
 */
import { z } from 'zod';
import { sectionSchema } from './page.ts';
import { policySchema } from './policy.ts';
import { promptSchema } from './prompt.ts';
import { tier } from './vocabularies.ts';

export const API_VERSION = 1;

const text = (about: string) => z.string().describe(about);
const address = (about: string) => z.string().describe(`Address of ${about}.`);
const texts = (about: string) => z.array(z.string()).describe(about);
const $schema = address('the JSON Schema of this document').optional();
const api = z.literal(API_VERSION).describe('Version of the API.');
const collection = text('Name of the collection.');
const id = text('Id, as other entries cite it.');
const digest = text('SHA-256 of the file of the entry, in hexadecimal.');

export const indexDocument = z
	.object({
		$schema,
		api,
		catalogue: text('Name of the catalogue.'),
		organisation: text('Name of the organisation.'),
		example: z
			.literal(true)
			.optional()
			.describe('True if the organisation is invented, with all that it approved and recorded.'),
		page: address('the first page'),
		policy: text('Version of the policy.'),
		policyJson: address('the policy as JSON'),
		withdrawn: address('the list of what was withdrawn'),
		changes: address('the newest events').optional(),
		documents: z
			.array(z.object({ name: z.string(), about: z.string(), schema: address('its JSON Schema') }))
			.default([])
			.describe('The kinds of documents of this API.'),
		collections: z
			.array(
				z.object({
					name: collection,
					about: text('What its entries are.'),
					entries: z.int().min(0).describe('How many there are.'),
					index: address('the list of its entries'),
					schema: address('the JSON Schema of the data of an entry'),
				}),
			)
			.describe('Collections whose entries have pages.'),
	})
	.describe('What the catalogue holds, and where.');
export type IndexDocument = z.output<typeof indexDocument>;

const line = z.object({
	id,
	title: text('Its title.'),
	summary: text('What it is, in a sentence.'),
	aliases: z.array(z.string()).default([]).describe('Other names for it.'),
	version: z.string().optional().describe('Its version, where it has one.'),
	digest,
	facets: z.record(z.string(), z.array(z.string())).describe('Values to filter by.'),
	page: address('its page'),
	json: address('its JSON'),
});
/** One entry in the list of its collection. */
export type IndexLine = z.output<typeof line>;

export const listDocument = z
	.object({
		$schema,
		api,
		collection,
		entries: z.array(line).describe('In the order of their paths.'),
	})
	.describe('The entries of one collection, a line each.');
export type ListDocument = z.output<typeof listDocument>;

const state = z.object({
	name: text('Name of the state.'),
	label: text('What pages call it.'),
	verdict: text('What it means for you, in a few words.').optional(),
	duty: text('What you must do.'),
	enter: text('What it takes to enter the state.').optional(),
	expires: text('When it ends.').optional(),
	example: z.literal(true).optional().describe('True if it follows from example data.'),
});

export const entryDocument = z
	.object({
		$schema,
		api,
		collection,
		id,
		page: address('its page'),
		digest,
		state: state.optional().describe('State today, where it has one.'),
		data: z.record(z.string(), z.unknown()).describe('Its data, as its collection has it.'),
		body: text('Its prose or template.'),
		sections: z
			.array(sectionSchema)
			.default([])
			.describe('What its page says, section by section, in words that are Markdown.'),
		citedBy: z
			.array(z.object({ collection, id, page: address('its page') }))
			.describe('Entries that cite it.'),
	})
	.describe('One entry with its data, its prose and who cites it.');
export type EntryDocument = z.output<typeof entryDocument>;

const requiredControl = z.object({
	control: text('Id of the control.'),
	baseline: tier.schema.optional().describe('Tier from which it is required.'),
	because: z.string().optional().describe('The condition that requires it.'),
});

export const patternDocument = entryDocument
	.extend({
		data: z
			.looseObject({ title: z.string(), summary: z.string(), version: z.string() })
			.describe('Its data, as its collection has it.'),
		computed: z
			.object({
				tier: tier.schema,
				because: texts('Why it is this tier.'),
				requiredControls: z.array(requiredControl),
				reviewDue: text('Day of the next review, year-month-day.'),
			})
			.describe('What follows from its data and the policy.'),
		approval: z
			.object({
				folderDigest: text('SHA-256 of the folder of the pattern.'),
				isWhatWasApproved: z
					.boolean()
					.nullable()
					.describe('Whether the folder is what was approved; null before an approval.'),
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
				notices: texts('What changes what you may do.'),
			})
			.optional(),
	})
	.describe('A pattern, with its tier, its required controls and its approval.');
export type PatternDocument = z.output<typeof patternDocument>;

export const promptDocument = entryDocument
	.extend({
		data: promptSchema.strip(),
		pattern: z.string().optional().describe('Id of the pattern it belongs to.'),
		versions: z
			.array(
				z.object({
					version: text('Three numbers.'),
					current: z.boolean().describe('Whether it is the version in use.'),
					source: address('its text, where it was kept').optional(),
				}),
			)
			.describe('Newest first.'),
	})
	.describe('A prompt, with its versions.');
export type PromptDocument = z.output<typeof promptDocument>;

export const policyDocument = z
	.object({
		$schema,
		api,
		version: text('Version of the policy.'),
		// A condition that a reader does not know cannot be judged, so only the top level may grow.
		data: policySchema.strip(),
		council: z
			.array(
				z.object({
					seat: text('Id of the seat.'),
					label: text('What pages call it.'),
					team: text('Team that fills it.'),
				}),
			)
			.describe('Who fills each seat of the council.'),
	})
	.describe('What the organisation requires of every pattern.');
export type PolicyDocument = z.output<typeof policyDocument>;

export const withdrawnDocument = z
	.object({
		$schema,
		api,
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
	})
	.describe('What was withdrawn, so that you can tell it from what was never there.');
export type WithdrawnDocument = z.output<typeof withdrawnDocument>;

export const changesDocument = z
	.object({
		$schema,
		api,
		page: address('the page that lists every change'),
		feed: address('the Atom feed'),
		events: z
			.array(
				z.object({
					id: text('Tells the event apart from every other, for ever.'),
					kind: text('Kind of event, such as approved.'),
					label: text('What pages call the kind.'),
					date: text('Day, year-month-day.'),
					title: text('Entry that it is about.'),
					version: z.string().optional().describe('Version, where the event is about one.'),
					summary: text('What happened.'),
					action: z.string().optional().describe('What a team that uses the entry must do.'),
					pattern: z.string().optional().describe('Id of the pattern that it is about.'),
					example: z.literal(true).optional().describe('Set to true for invented data.'),
					page: address('the page that says more'),
				}),
			)
			.describe('The newest events, newest first.'),
	})
	.describe('What changed, was approved, waived or went wrong.');
export type ChangesDocument = z.output<typeof changesDocument>;

/** Raised when a field of an answer to a copy changes its meaning or goes away. */
export const COPY_FORM = 1;
const obligation = z.object({ control: text('Id of the control.'), title: text('Its title.') });

/** Read in the teams' own pipelines, for years, by content/starter/src/catalogue/. */
export const copyDocument = z
	.object({
		$schema,
		form: z.literal(COPY_FORM).describe('Form of this answer.'),
		pattern: text('Id of the pattern.'),
		title: text('Its title.'),
		page: address('its page'),
		version: z.string().optional().describe('Its version today.'),
		digest: z.string().optional().describe('SHA-256 of the folder of the pattern.'),
		state,
		because: z.string().optional().describe('Why it was withdrawn.'),
		successor: z
			.object({ id, title: z.string(), version: z.string(), page: address('its page') })
			.optional()
			.describe('What to use instead.'),
		changes: z
			.array(
				z.object({
					version: z.string(),
					date: z.string(),
					impact: z.string(),
					summary: z.string(),
					action: z.string().optional(),
				}),
			)
			.describe('What changed, newest first.'),
		tier: tier.schema.optional(),
		reviewDue: z.string().optional().describe('Day of the next review, year-month-day.'),
		policy: z.string().optional().describe('Version of the policy.'),
		obligations: z.array(obligation).describe('Controls that the policy requires.'),
		waivers: z.array(
			z.object({ what: z.string(), expires: z.string(), compensatedBy: z.string() }),
		),
		files: z
			.array(
				z.object({
					path: text('Path within the copy.'),
					digest: text('SHA-256 of the file.'),
					size: z.int().min(0).describe('Bytes.'),
					from: text('Path on the site.'),
				}),
			)
			.describe('The files of the starter as they are today.'),
	})
	.describe('What the catalogue answers to a copy of a pattern.');
export type CopyDocument = z.output<typeof copyDocument>;

/** Every kind of document, by the name of its JSON Schema. */
export const documents = {
	index: indexDocument,
	list: listDocument,
	entry: entryDocument,
	pattern: patternDocument,
	prompt: promptDocument,
	policy: policyDocument,
	withdrawn: withdrawnDocument,
	changes: changesDocument,
	copy: copyDocument,
} satisfies Record<string, z.ZodObject>;
export type DocumentName = keyof typeof documents;
export const documentNames = Object.keys(documents) as DocumentName[];
