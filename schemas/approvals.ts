/** Approvals of a pattern: who approved which content, in which seat, until when. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { date, sha256, text, version } from './fields.ts';
import * as words from './vocabularies.ts';

/** The digest of each file of the folder, by its path inside the folder. */
const contents = z
	.record(z.string().min(1), sha256)
	.describe('SHA-256 of every file that was approved, by its path within the pattern folder.');

export const approvalsSchema = z.strictObject({
	approvals: z
		.array(
			z.strictObject({
				version: version.describe('Version of the pattern that was approved.'),
				digest: sha256.describe('Digest of the pattern folder that was approved.'),
				seat: words.councilSeat.schema.describe('Seat of the council that approved.'),
				by: text(2, 80).describe('Who approved, as the person signs.'),
				date: date.describe('Day of the approval.'),
				reviewBy: date.describe('Day the approval ends, from the cadence of the tier.'),
				authors: z
					.array(text(1, 120))
					.describe('Authors of the approved content as git knew them that day.'),
				conditions: z
					.array(text(5, 300))
					.default([])
					.describe('What must be done or kept for the approval to stand.'),
			}),
		)
		.describe('Approvals, oldest first; none is ever taken out.'),
	contents: z
		.record(sha256, contents)
		.default({})
		.describe('For each approved digest, the files it was made of: tells what changed since.'),
});
export type Approvals = z.output<typeof approvalsSchema>;
export type Approval = Approvals['approvals'][number];

export const approvals = defineCollection({
	file: 'patterns/{id}/approvals.yaml',
	format: 'yaml',
	schema: approvalsSchema,
	singular: 'approval record',
	plural: 'approval records',
	about: 'Who approved which content of a pattern, in which seat, until when.',
	pages: false,
	standalone: true,
});
