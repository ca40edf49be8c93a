/** Records of what a use does: measured values, spend, and what the running copy consists of. */
import { z } from 'zod';
import { date, moment, money, month, ref, sha256, text } from '../fields.ts';
import * as words from '../vocabularies.ts';
import { common, subjectVersion } from './common.ts';

/** One value of a series, or the value from before. A period without a value is recorded too. */
export const measurementSchema = z
	.strictObject({
		kind: z.literal('measurement').describe('A measured value.'),
		...common,
		metric: ref('metrics').describe('Metric.'),
		definition: sha256.describe(
			'Digest of the metric. If its formula changes, this no longer counts.',
		),
		part: text(3, 60).optional().describe('Which part, if the metric has two (missed, raised).'),
		period: month.describe('Month that was measured.'),
		baseline: z
			.literal(true)
			.optional()
			.describe('Set to true for the value from before the use went live.'),
		value: z
			.number()
			.nullable()
			.describe('Value in the unit of the metric; null if there is none for the period.'),
		k: z.int().min(0).optional().describe('Cases counted, if the value is a share.'),
		n: z.int().min(1).optional().describe('Cases, contacts or tasks behind the value.'),
		why: text(5, 200).optional().describe('Why there is no value. Needed for null.'),
	})
	.refine(({ value, why }) => value !== null || why !== undefined, {
		error: 'is missing. Write why there is no value.',
		path: ['why'],
	})
	.refine(({ k, n }) => k === undefined || (n !== undefined && k <= n), {
		error: 'cannot be larger than n.',
		path: ['k'],
	});

/** What a use cost and saved in a month. */
export const spendSchema = z.strictObject({
	kind: z.literal('spend').describe('What a use cost in a month.'),
	...common,
	of: subjectVersion,
	period: month.describe('Month.'),
	tasks: z.int().min(0).describe('Tasks that were done.'),
	cost: money.describe('What the tasks cost.'),
	hours: z.number().min(0).optional().describe('Staff hours saved, if they are measured.'),
});

const state = z.strictObject({
	version: text(1, 60).optional().describe('Version.'),
	digest: sha256.optional().describe('SHA-256.'),
	value: text(1, 120).optional().describe('Value of a setting.'),
});

/** Whether two digests are one, as far as both are known. */
const isSame = (a: z.output<typeof state>, b: z.output<typeof state>): boolean =>
	a.digest === undefined || b.digest === undefined || a.digest === b.digest;

/** What runs, compared with what was approved. The pipeline of the team writes it. */
export const checkSchema = z.strictObject({
	kind: z.literal('check').describe('A check of the running copy.'),
	...common,
	of: subjectVersion,
	ranAt: moment.describe('When it ran.'),
	run: text(1, 60).describe('Run of the pipeline.'),
	files: z.int().min(0).describe('Files that were compared.'),
	parts: z
		.array(
			z
				.strictObject({
					part: words.copyPart.schema.describe('What kind of part.'),
					name: text(1, 160).describe('Its name or path.'),
					approved: state.describe('What was approved.'),
					running: state.describe('What runs.'),
					verdict: words.copyVerdict.schema.describe('Whether they match.'),
					allowedBy: text(3, 160).optional().describe('What allows the difference.'),
					changedOn: date.optional().describe('Day it was changed.'),
				})
				.refine((one) => one.verdict !== 'match' || isSame(one.approved, one.running), {
					error: 'is "match", but the two digests differ. Write "drift" or "differs-allowed".',
					path: ['verdict'],
				}),
		)
		.describe('Every part that differs, and those that matter most.'),
});
export type CopyCheck = z.output<typeof checkSchema>;
