/**
 * The documents under /api/v1/, each typed once: what writes them must satisfy these schemas, what
 * reads them parses with the same, and the site serves them as JSON Schemas.
 *
 * A reader of one version may meet a site of a later one, so a document may hold more than is said
 * here. Only a field that changes its meaning, or goes away, raises the version.
 */
import { z } from 'zod';
import { targetSchema } from './measure.ts';
import { sectionSchema } from './page.ts';
import { policySchema } from './policy.ts';
import { promptSchema } from './prompt.ts';
import { recordSchemas } from './record.ts';
import * as words from './vocabularies.ts';

const { tier } = words;

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
	example: z.literal(true).describe('Set where the entry is invented.').optional(),
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
		starter: z
			.object({
				page: address('the page to take it from'),
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

const example = z
	.object({ tag: text('What pages call it.'), words: text('What is invented.') })
	.describe('Set where data is invented.')
	.optional();
const count = z.int().min(0);
const part = z.object({ done: count, of: count });
const range = z.object({ from: z.number().optional(), to: z.number().optional() });
const invented = z.literal(true).describe('Set where the data is invented.').optional();

const useLine = z
	.object({
		id,
		title: text('Its title.'),
		page: address('its page'),
		example: invented,
		team: text('Team that runs it.'),
		businessOwner: text('Role that is responsible for the outcome.'),
		pattern: text('Id of the pattern it is built on.'),
		patternVersion: text('Version of the pattern it is built on.'),
		outcome: text('Id of the outcome it serves.'),
		state: words.useState.schema,
		live: z.boolean().describe('Whether people rely on it today.'),
		liveSince: text('Day it went live, year-month-day.').optional(),
		pilotEnds: text('Day the pilot ends, year-month-day.').optional(),
		stage: words.stage.schema,
		tier: tier.schema,
		data: words.dataClass.schema,
		personalData: words.personalData.schema,
		systems: texts('Systems the data comes from or goes to.'),
		controls: z
			.object({
				required: count,
				proven: count,
				built: count,
				lapsed: count,
				waived: count,
				planned: count,
			})
			.describe('Required controls by state. The states add up to `required`.'),
		measure: z
			.object({
				metric: text('Id of the metric.'),
				part: text('Part of the metric.').optional(),
				baseline: z.number().optional(),
				target: range.optional(),
				value: z.number().optional(),
				period: text('Month of the value, year-month.').optional(),
				k: count.optional(),
				n: count.optional(),
				verdict: words.measureVerdict.schema,
			})
			.describe('The main measure with its newest value.'),
		flags: count.describe('Red flags.'),
	})
	.describe('A use of AI.');

export const portfolioDocument = z
	.object({
		$schema,
		api,
		page: address('the same as a page'),
		csv: address('the uses as CSV'),
		asOf: text('Day the figures are of, year-month-day.'),
		example,
		summary: text('The answer in a few sentences.'),
		totals: z
			.object({
				uses: count,
				live: count,
				personal: count,
				high: count,
				flagged: count,
				proven: count,
				required: count,
				onTarget: count,
				flags: count,
				pilots: count,
				paused: count,
				inLive: z
					.object({ personal: count, proven: count, required: count, onTarget: count })
					.describe('The same of the live uses alone.'),
			})
			.describe('What the uses come to.'),
		figures: z
			.object({
				controlCoverage: part.describe('Required controls that are proven.'),
				evidenceCompleteness: part.describe('Required items of evidence that are held.'),
				patternReuse: z
					.array(z.object({ pattern: text('Id of the pattern.'), uses: texts('Its live uses.') }))
					.describe('Live uses of each pattern, without those that run something else.'),
			})
			.describe('What the catalogue works out.'),
		uses: z.array(useLine).describe('Every use that counts, most red flags first.'),
		outcomes: z.array(
			z.object({
				id,
				title: text('Its title.'),
				page: address('its page'),
				example: invented,
				category: words.outcome.schema,
				metric: text('Id of the metric.'),
				baseline: z.number(),
				target: targetSchema,
				uses: texts('Ids of the uses that serve it.'),
				period: text('Month of the value, year-month.').optional(),
				value: z.number().optional(),
				interval: z.object({ low: z.number(), high: z.number() }).optional(),
				verdict: words.measureVerdict.schema,
			}),
		),
		flags: z.array(
			z.object({
				kind: words.redFlag.schema,
				label: text('What pages call it.'),
				use: text('Id of the use; without one it is of all uses.').optional(),
				about: text('What it is about.').optional(),
				since: text('Since when, year-month-day.').optional(),
				closes: text('What closes it.'),
				who: text('Who closes it.'),
				by: text('By when, year-month-day.').optional(),
			}),
		),
		spend: z
			.object({
				period: text('Month, year-month.').optional(),
				uses: z.array(
					z.object({
						use: text('Id of the use.'),
						tasks: count,
						amount: z.number(),
						currency: z.string(),
						hours: z.number().optional(),
					}),
				),
				notRecorded: texts('Ids of the uses without a record for the month.'),
			})
			.describe('What the uses cost in the newest month.'),
		sections: z.array(sectionSchema).default([]).describe('What the page says.'),
	})
	.describe('Every use of AI: which are live, on which data, under which controls, measured how.');
export type PortfolioDocument = z.output<typeof portfolioDocument>;

const queueItem = z.object({
	id: text('Id of the item. It stays the same while its day moves.'),
	kind: words.queueKind.schema,
	entry: z.object({ collection, id }).describe('The entry it is about.').optional(),
	example: invented,
	what: text('What to do.'),
	why: text('Why.'),
	due: text('Its last day, year-month-day.').optional(),
	atMeeting: z
		.literal(true)
		.describe('Nobody has set a day: it is the day of the next meeting of the council.')
		.optional(),
	teams: texts('Ids of the teams that act.'),
	seats: z.array(words.councilSeat.schema).describe('Seats of the council that decide or sign.'),
	role: text('Role that an author named.').optional(),
	start: text('A command or an address to start with.'),
	page: address('the page where it can be looked into'),
});

const standingLine = z.object({ item: z.string(), decision: z.string(), minutes: count });

export const queueDocument = z
	.object({
		$schema,
		api,
		page: address('the same as a page'),
		asOf: text('Day the queue is of, year-month-day.'),
		example,
		summary: text('The answer in a few sentences.'),
		kinds: z
			.array(
				z.object({
					kind: words.queueKind.schema,
					label: text('What pages call it.'),
					ifLate: text('What happens if nobody acts in time.'),
				}),
			)
			.describe('The kinds of items.'),
		items: z.array(queueItem).describe('What somebody has to do, most urgent first.'),
		holders: z
			.array(
				z.object({
					seat: words.councilSeat.schema.optional(),
					team: text('Id of the team.').optional(),
					name: text('What pages call it.'),
					items: count,
					page: address('its page'),
					calendar: address('its calendar'),
					feed: address('its Atom feed'),
				}),
			)
			.describe('Seats and teams, with their own pages, calendars and feeds.'),
		agenda: z
			.object({
				page: address('the agenda as a page'),
				meeting: z
					.object({ day: z.string(), from: z.string(), to: z.string(), place: z.string() })
					.optional(),
				opening: z.array(standingLine),
				lines: z.array(
					z.object({
						items: texts('Ids of the items it is about.'),
						decision: text('What the council must decide.'),
						seats: z.array(words.councilSeat.schema),
						minutes: count,
					}),
				),
				closing: z.array(standingLine),
				minutes: count,
			})
			.describe('The next meeting of the council.'),
		sections: z.array(sectionSchema).default([]).describe('What the page says.'),
	})
	.describe('What the council, each seat and each team has to do, by when, and what if not.');
export type QueueDocument = z.output<typeof queueDocument>;

export const coverageMapDocument = z
	.object({
		$schema,
		api,
		page: address('the same as a page'),
		csv: address('the cells as CSV'),
		title: text('What the map is called.'),
		counts: text('What the numbers of a cell count.'),
		states: z
			.array(z.object({ state: words.coverageState.schema, says: z.string() }))
			.describe('What each state means in this map.'),
		columns: z.array(z.object({ id: z.string(), title: z.string() })),
		rows: z.array(
			z.object({
				id: z.string(),
				title: z.string(),
				cells: z
					.array(
						z.object({
							column: text('Id of the column.'),
							state: words.coverageState.schema,
							covered: count,
							of: count,
							shown: text('What the page shows in the cell.'),
						}),
					)
					.describe('Cells where the row and a column have to do with each other.'),
			}),
		),
	})
	.describe('What live uses cover: a map of rows and columns.');
export type CoverageMapDocument = z.output<typeof coverageMapDocument>;

export const coverageDocument = z
	.object({
		$schema,
		api,
		page: address('the same as a page'),
		asOf: text('Day the figures are of, year-month-day.'),
		example,
		summary: text('The answer in a few sentences.'),
		gaps: z
			.array(
				z.object({
					kind: text('Kind of gap.'),
					label: text('What pages call it.'),
					what: text('What is not covered.'),
					page: address('its page'),
					data: text('Class of the data, for a gap in data.').optional(),
					covered: count,
					of: count,
					uses: texts('Addresses of the live uses it is missing in.'),
					closes: text('What closes it.'),
					teams: texts('Teams of these uses.'),
					by: text('First day that one of them plans it for, year-month-day.').optional(),
				}),
			)
			.describe('What is not covered, the worst first.'),
		maps: z
			.array(
				z.object({
					name: text('Name of the map, as in its address.'),
					title: text('What pages call it.'),
					page: address('its page'),
					json: address('its JSON'),
					csv: address('its cells as CSV'),
				}),
			)
			.describe('The maps.'),
		sections: z.array(sectionSchema).default([]).describe('What the page says.'),
	})
	.describe('Which risks, controls, data and problems live uses cover, and what is missing.');
export type CoverageDocument = z.output<typeof coverageDocument>;

export const maturityDocument = z
	.object({
		$schema,
		api,
		page: address('the same as a page'),
		asOf: text('Day the answers are of, year-month-day.'),
		example,
		level: count.describe('Level while every question of the reader counts as no.'),
		levels: z.array(
			z.object({
				level: count,
				name: z.string(),
				means: z.string(),
				questions: z.array(
					z.object({
						id: z.string(),
						text: text('What must be true.'),
						answeredBy: z.enum(['catalogue', 'reader']),
						yes: z.boolean().describe('The answer of the catalogue.').optional(),
						says: text('What the answer follows from.').optional(),
						source: address('where that can be looked into').optional(),
						next: text('What to do next if the answer is no.'),
						who: z.string(),
						effort: z.string(),
					}),
				),
			}),
		),
		sections: z.array(sectionSchema).default([]).describe('What the page says.'),
	})
	.describe('How far the organisation has come: questions, and what the catalogue answers.');
export type MaturityDocument = z.output<typeof maturityDocument>;

export const evaluationDocument = z
	.object({
		$schema,
		api,
		page: address('the same as a page'),
		subject: z.object({ collection, id }).describe('The pattern or use case that was tested.'),
		example,
		result: text('What the run comes to.'),
		record: recordSchemas.evaluation.describe('The record of the run.'),
		sections: z.array(sectionSchema).default([]).describe('What the page says.'),
	})
	.describe('An evaluation run with its counts, intervals and verdicts.');
export type EvaluationDocument = z.output<typeof evaluationDocument>;

const packSubject = z.enum(['patterns', 'use-cases']).describe('Collection of the subject.');

export const evidenceDocument = z
	.object({
		$schema,
		api,
		page: address('the same as a page'),
		subject: z
			.object({
				collection: packSubject,
				id,
				title: text('Its title.'),
				version: text('Its version.'),
				digest: text('SHA-256 of the content that is approved, or proposed.'),
			})
			.describe('The pattern or use case that the pack is about.'),
		example,
		asOf: text('Time of the commit that the pack is of, in UTC.'),
		commit: text('Commit that the pack is of.').optional(),
		tier: tier.schema,
		summary: text('The answer in a sentence.'),
		complete: z.boolean().describe('Whether every required item is held and in date.'),
		held: count.describe('Required items that are held.'),
		required: count.describe('Required items.'),
		refused: texts('Files with a signature that does not verify. Such a pack is not made.'),
		items: z
			.array(
				z.object({
					number: count,
					item: text('What it is.'),
					kind: words.evidenceKind.schema.optional(),
					from: tier.schema.describe('Lowest tier that requires it.'),
					state: words.evidenceState.schema,
					label: text('What pages call the state.'),
					what: text('What proves it; of an item that is not held, why.'),
					dated: text('Day of the proof, year-month-day.').optional(),
					goodUntil: text('Last day on which it counts, year-month-day.').optional(),
					by: text('Who recorded it.').optional(),
					records: texts('Ids of the records that show it.'),
					toDo: z
						.object({
							who: text('Who supplies it.'),
							by: text('By when, year-month-day.'),
							next: text('What is planned.').optional(),
						})
						.optional()
						.describe('Given where the item is not held.'),
				}),
			)
			.describe('Every item that the tier requires, in the order of the policy.'),
		approvals: z
			.array(
				z.object({
					seat: words.councilSeat.schema,
					by: text('Who approved.'),
					date: text('Day of the approval.'),
					reviewBy: text('Last day of the approval.'),
					signed: z.boolean().describe('Whether a signature was verified.'),
					fingerprint: text('Key that signed.').optional(),
				}),
			)
			.describe('Approvals of this content.'),
		missingSeats: z.array(words.councilSeat.schema).describe('Seats that have not approved it.'),
		questions: z
			.array(
				z.object({
					question: text('As an auditor asks it.'),
					answer: text('What the pack says, or what is missing.'),
					answered: z.boolean().describe('Whether the pack has the whole answer.'),
					state: words.answerState.schema.describe('How much of the answer the pack has.'),
					item: count.optional().describe('Number of the item it is from.'),
				}),
			)
			.describe('Ten questions with their answers.'),
		archive: z
			.object({
				url: address('the archive'),
				size: count.describe('Bytes.'),
				digest: text('SHA-256 of the archive.'),
				files: count.describe('Files in it.'),
			})
			.optional()
			.describe('The pack as an archive. Left out in the document inside it.'),
		sections: z.array(sectionSchema).default([]).describe('What the page says.'),
	})
	.describe('An evidence pack: what is held, what is missing, who supplies it and by when.');
export type EvidenceDocument = z.output<typeof evidenceDocument>;

export const packsDocument = z
	.object({
		$schema,
		api,
		page: address('the same as a page'),
		asOf: text('Day that the states are of, year-month-day.'),
		packs: z
			.array(
				z.object({
					collection: packSubject,
					id,
					title: text('Its title.'),
					example: invented,
					tier: tier.schema,
					held: count.describe('Required items that are held.'),
					required: count.describe('Required items.'),
					missing: texts('Items that are missing or have lapsed.'),
					page: address('its page'),
					json: address('its JSON'),
					zip: address('its archive').optional(),
				}),
			)
			.describe('A line for each pack: use cases, then patterns, most gaps first.'),
	})
	.describe('The evidence packs, a line each.');
export type PacksDocument = z.output<typeof packsDocument>;

export const glossaryDocument = z
	.object({
		$schema,
		api,
		page: address('the same as a page'),
		terms: z
			.array(
				z.object({
					id,
					term: text('The term, as inside a sentence.'),
					otherNames: texts('Other words for the same.'),
					definition: text('What it means.'),
					page: address('the place that explains it'),
				}),
			)
			.describe('The terms, by name.'),
	})
	.describe('What the words of the catalogue mean.');
export type GlossaryDocument = z.output<typeof glossaryDocument>;

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
	portfolio: portfolioDocument,
	queue: queueDocument,
	coverage: coverageDocument,
	'coverage-map': coverageMapDocument,
	maturity: maturityDocument,
	evaluation: evaluationDocument,
	evidence: evidenceDocument,
	packs: packsDocument,
	glossary: glossaryDocument,
} satisfies Record<string, z.ZodObject>;
export type DocumentName = keyof typeof documents;
export const documentNames = Object.keys(documents) as DocumentName[];
