/** What every record carries: what it is about, where it comes from and who added it. */
import { z } from 'zod';
import { date, sha256, text, url, version } from '../fields.ts';

/** The id of a record: the start of the digest of what it says. Commands write it. */
export const recordId = z
	.string()
	.regex(/^[0-9a-f]{16}$/, {
		error: (issue) =>
			`"${issue.input}" is not the id of a record. Ids have sixteen hexadecimal digits, and \`npm run record\` writes them.`,
	})
	.describe('Fingerprint of the record. `npm run record` writes it.');

/** The version of the subject that a record proves. */
export const subjectVersion = z
	.strictObject({
		version: version.describe('Version of the pattern or use case.'),
		digest: sha256.describe('Digest of its content at that time.'),
	})
	.describe('The version this proves. If the content changes, the record no longer counts.');

export const common = {
	id: recordId,
	on: date.describe('Day the facts are from.'),
	source: text(3, 200).describe('Where a reviewer finds the original: a report, ticket or run.'),
	url: url.optional().describe('Address of the original.'),
	by: text(2, 80).describe('Role or pipeline that states it.'),
	added: z
		.strictObject({
			by: text(2, 120).describe('Who added it to the catalogue.'),
			on: date.describe('Day it was added.'),
		})
		.describe('Who added the record, and when.'),
	corrects: z
		.strictObject({
			record: recordId.describe('Record that is replaced.'),
			because: text(10, 240).describe('What was wrong with it.'),
		})
		.optional()
		.describe('The record that this one replaces. The old one stays in its file.'),
};
