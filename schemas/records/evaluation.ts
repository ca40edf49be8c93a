/** An evaluation run: counts for one exact combination of prompts, model and settings. */
import { z } from 'zod';
import { money, ref, sha256, text, version } from '../fields.ts';
import * as words from '../vocabularies.ts';
import { common } from './common.ts';

const count = {
	dimension: words.evaluationDimension.schema.describe('What is judged.'),
	measure: text(5, 120)
		.optional()
		.describe(
			'What is counted, in the words of the limit. Needed if a dimension has several limits.',
		),
	group: z
		.strictObject({
			by: text(2, 40).describe('What the cases are grouped by, such as language or queue.'),
			is: text(1, 60).describe('The group, such as German.'),
		})
		.optional()
		.describe('Group of cases. Leave it out for the count over all cases.'),
};

/** How often something was seen in how many cases. */
const rate = z
	.strictObject({
		...count,
		k: z.int().min(0).describe('Cases that the measure counts.'),
		n: z.int().min(1).describe('Cases that were tried.'),
	})
	.refine(({ k, n }) => k <= n, {
		error: 'is not a count, because k cannot be larger than n.',
		path: ['k'],
	});

/** A mean, for a limit that is a score. */
const score = z.strictObject({
	...count,
	mean: z.number().describe('Mean score, in the unit of the limit.'),
	deviation: z.number().min(0).describe('Standard deviation of the scores.'),
	n: z.int().min(2).describe('Cases that were scored.'),
});

export const evaluationSchema = z.strictObject({
	kind: z.literal('evaluation').describe('An evaluation run.'),
	...common,
	run: z.int().min(1).describe('Number of the run. Each pattern or use case counts its own runs.'),
	prompts: z
		.array(
			z.strictObject({
				prompt: ref('prompts').describe('Prompt.'),
				version,
				digest: sha256.describe('SHA-256 of the prompt file.'),
			}),
		)
		.min(1)
		.describe('Every prompt that was tested, with its exact text.'),
	model: ref('models').describe('Model alias.'),
	pin: text(2, 40).describe('Exact version of the model.'),
	settings: z
		.record(text(1, 40), z.union([z.string(), z.number(), z.boolean()]))
		.optional()
		.describe('Settings of the model, such as temperature and seed.'),
	dataset: z
		.strictObject({
			name: text(3, 80).describe('Name of the labelled set.'),
			version: text(1, 40).describe('Its version.'),
			digest: sha256.describe('SHA-256 of the set.'),
			size: z.int().min(1).describe('Cases in the set.'),
			attacks: z.int().min(0).optional().describe('Attack texts, in addition to the cases.'),
			languages: z.array(text(2, 40)).min(1).describe('Languages of the cases.'),
		})
		.describe('The labelled set it ran on.'),
	counts: z
		.array(
			z.union([rate, score], {
				error: 'is not a result. Write k and n, or mean, deviation and n.',
			}),
		)
		.min(1)
		.describe('What was counted, by dimension and group.'),
	seconds: z.number().min(0).optional().describe('How long the run took, in seconds.'),
	p95Seconds: z
		.number()
		.min(0)
		.optional()
		.describe('Seconds within which 95% of the answers came.'),
	cost: money.optional().describe('What the run cost.'),
	checkedBy: text(2, 80).optional().describe('Role that checked the result.'),
});
export type EvaluationRun = z.output<typeof evaluationSchema>;
export type EvaluationCount = EvaluationRun['counts'][number];
