/** Numbers with a direction: limits, targets and results that can be compared and drawn. */
import { z } from 'zod';

const number = (text: string) => z.number().describe(text);

/** A limit: at least, at most, between, or better than the baseline by a share. */
export const targetSchema = z.union(
	[
		z.strictObject({ atLeast: number('Smallest good value, in the unit of the metric.') }),
		z.strictObject({ atMost: number('Largest good value, in the unit of the metric.') }),
		z.strictObject({
			from: number('Lower end of the good range, in the unit of the metric.'),
			to: number('Upper end of the good range, in the unit of the metric.'),
		}),
		z.strictObject({
			improveBy: z
				.number()
				.positive()
				.describe('Improvement on the baseline in per cent, in the good direction of the metric.'),
		}),
	],
	{
		error:
			'is not a target; write { atLeast: 88 }, { atMost: 4 }, { from: 8, to: 15 } or { improveBy: 20 }.',
	},
);
export type Target = z.output<typeof targetSchema>;
