/** Evaluation runs and evidence packs. */
import { z } from 'zod';
import { recordSchemas } from '../record.ts';
import * as words from '../vocabularies.ts';
import {
	address,
	collection,
	count,
	documentOf,
	example,
	id,
	invented,
	listOf,
	partOf,
	samePage,
	sections,
	text,
	texts,
} from './form.ts';

export const evaluationDocument = documentOf(
	'An evaluation run with its counts, intervals and verdicts.',
	{
		page: samePage,
		subject: partOf('The pattern or use case that was tested.', { collection, id }),
		example,
		result: text('The result of the run.'),
		record: recordSchemas.evaluation.describe('The record of the run.'),
		sections,
	},
);
export type EvaluationDocument = z.output<typeof evaluationDocument>;

const packSubject = z.enum(['patterns', 'use-cases']).describe('Collection of the subject.');

export const evidenceDocument = documentOf(
	'An evidence pack: what is held, what is missing, who supplies it and by when.',
	{
		page: samePage,
		subject: partOf('The pattern or use case that the pack is about.', {
			collection: packSubject,
			id,
			title: text('Its title.'),
			version: text('Its version.'),
			digest: text('SHA-256 of the content that is approved, or proposed.'),
		}),
		example,
		asOf: text('Time of the commit that the pack describes, in UTC.'),
		commit: text('Commit that the pack describes.').optional(),
		tier: words.tier.schema,
		summary: text('The answer in a sentence.'),
		complete: z.boolean().describe('Whether every required item is held and in date.'),
		held: count.describe('Required items that are held.'),
		required: count.describe('Required items.'),
		refused: texts('Files with a signature that does not verify. Such a pack is not made.'),
		items: listOf('Every item that the tier requires, in the order of the policy.', {
			number: count,
			item: text('What it is.'),
			kind: words.evidenceKind.schema.optional(),
			from: words.tier.schema.describe('Lowest tier that requires it.'),
			state: words.evidenceState.schema,
			label: text('What pages call the state.'),
			what: text('What proves it or, if it is not held, why not.'),
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
				.describe('Included if the item is not held.'),
		}),
		approvals: listOf('Approvals of this content.', {
			seat: words.councilSeat.schema,
			by: text('Who approved.'),
			date: text('Day of the approval.'),
			reviewBy: text('Last day of the approval.'),
			signed: z.boolean().describe('Whether a signature was verified.'),
			fingerprint: text('Key that signed.').optional(),
		}),
		missingSeats: z.array(words.councilSeat.schema).describe('Seats that have not approved it.'),
		questions: listOf('Ten questions with their answers.', {
			question: text('As an auditor asks it.'),
			answer: text('What the pack says, or what is missing.'),
			answered: z.boolean().describe('Whether the pack has the whole answer.'),
			state: words.answerState.schema.describe('How much of the answer the pack has.'),
			item: count.optional().describe('Number of the item that the answer comes from.'),
		}),
		archive: z
			.object({
				url: address('the archive'),
				size: count.describe('Bytes.'),
				digest: text('SHA-256 of the archive.'),
				files: count.describe('Files in it.'),
			})
			.optional()
			.describe('The pack as an archive. The document inside the archive leaves this out.'),
		sections,
	},
);
export type EvidenceDocument = z.output<typeof evidenceDocument>;

export const packsDocument = documentOf('The evidence packs, one line each.', {
	page: samePage,
	asOf: text('Date of the states, year-month-day.'),
	packs: listOf('A line for each pack: use cases, then patterns, most gaps first.', {
		collection: packSubject,
		id,
		title: text('Its title.'),
		example: invented,
		tier: words.tier.schema,
		held: count.describe('Required items that are held.'),
		required: count.describe('Required items.'),
		missing: texts('Items that are missing or have lapsed.'),
		page: address('its page'),
		json: address('its JSON'),
		zip: address('its archive').optional(),
	}),
});
export type PacksDocument = z.output<typeof packsDocument>;
