/** A bundle: records that the pipeline of a team hands over, sealed by a digest. */
import { z } from 'zod';
import { moment, sha256, text } from './fields.ts';

/** The form of bundles that this catalogue reads. A newer form has another number. */
export const BUNDLE_FORMAT = 'ai-pattern-catalogue/bundle/1';

export const bundleSchema = z.strictObject({
	format: z.literal(BUNDLE_FORMAT).describe('Form of the bundle.'),
	subject: z
		.string()
		.regex(/^(?:patterns|use-cases)\/[a-z0-9]+(?:-[a-z0-9]+)*$/, {
			error: (issue) =>
				`"${issue.input}" is not a subject; write it such as use-cases/service-desk.`,
		})
		.describe('Pattern or use case that the records are about.'),
	made: moment.describe('When the pipeline made it.'),
	by: text(2, 120).describe('Pipeline that made it.'),
	records: z
		.array(z.record(z.string(), z.unknown()))
		.min(1)
		.max(500)
		.describe('Records without `id` and `added`: the import writes both.'),
	digest: sha256.describe('SHA-256 of the canonical JSON of everything else in the bundle.'),
});
export type Bundle = z.output<typeof bundleSchema>;
