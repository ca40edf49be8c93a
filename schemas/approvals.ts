/** Approvals: who approved which content, in which seat of the council, until when. One file each. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { date, example, sha256, text, version } from './fields.ts';
import * as words from './vocabularies.ts';

/** What the council can approve: entries of these collections, its own roster, and the policy. */
export const approvable = [
	'patterns',
	'controls',
	'connectors',
	'models',
	'use-cases',
	'organisation',
	'policy',
] as const;
export type Approvable = (typeof approvable)[number];

const slug = '[a-z0-9]+(?:-[a-z0-9]+)*';
const number = '(?:0|[1-9]\\d*)';
const SUBJECT = `(?:${approvable.join('|')})/${slug}`;

/** Parts of the id of an approval: subject, version, seat. */
export const APPROVAL_ID = new RegExp(
	`^(${SUBJECT})/(${number}\\.${number}\\.${number})\\.(${words.councilSeat.values.join('|')})$`,
);

const fingerprints = (about: string) =>
	z.record(z.string().min(1).max(200), sha256).describe(about);

export const conditionOfApproval = z.strictObject({
	text: text(5, 300).describe('What you must do or keep so that the approval stays valid.'),
	due: date.optional().describe('Day by which it must be done. Leave it out if it always applies.'),
});

/** What a member signs. The signed bytes are made from these fields, never from the file. */
export const statementSchema = z.strictObject({
	format: z.literal(1).describe('Version of this form.'),
	subject: z
		.string()
		.max(120)
		.regex(new RegExp(`^${SUBJECT}$`), {
			error: (issue) =>
				`"${issue.input}" is not a subject; write a collection and an id, such as patterns/case-triage.`,
		})
		.describe('What is approved: a collection and an id.'),
	version: version.describe('Version that is approved.'),
	digest: sha256.describe('Fingerprint of the content that is approved.'),
	tier: words.tier.schema
		.optional()
		.describe('Risk tier at the time of the approval, if the subject has one.'),
	reliesOn: fingerprints(
		'Fingerprints of what the subject relies on: controls, connectors, models, the common starter, the policy.',
	),
	seat: words.councilSeat.schema.describe('Seat of the council that approves.'),
	member: text(3, 120).describe('Email address of the member, as in the roster.'),
	name: text(2, 80).describe('Name of the member, as in the roster.'),
	date: date.describe('Day of the approval.'),
	reviewBy: date.describe(
		'Last day of the approval. It depends on the review interval of the tier.',
	),
	conditions: z.array(conditionOfApproval).describe('Conditions of the approval.'),
	authors: z
		.array(text(1, 120))
		.describe('Authors of the content, as the member saw them when signing.'),
});
export type Statement = z.output<typeof statementSchema>;

export const approvalSchema = z.strictObject({
	example,
	statement: statementSchema.describe('What the member signed.'),
	signature: z
		.string()
		.max(20_000)
		.optional()
		.describe('Signature of the statement, made by ssh-keygen with a key of the member.'),
	before: z
		.literal(true)
		.optional()
		.describe(
			'An approval from before approvals were signed. It is kept as history and does not count.',
		),
	files: fingerprints('Fingerprint of each approved file, by its path in the folder.').default({}),
});
export type ApprovalFile = z.output<typeof approvalSchema>;

export const approvals = defineCollection({
	file: 'content/approvals/{id}.yaml',
	format: 'yaml',
	deep: true,
	idForm: {
		pattern: APPROVAL_ID,
		is: 'a subject, a version and a seat, such as patterns/case-triage/1.0.0.security',
	},
	schema: approvalSchema,
	singular: 'approval',
	plural: 'approvals',
	about: 'Who approved which content, in which seat, until when. `npm run approve` writes it.',
	pages: false,
	standalone: true,
});
