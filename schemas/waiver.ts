/** A waiver: a rule or control that a pattern does without for a time, and what stands in for it. */
import { z } from 'zod';
import { date, ref, text } from './fields.ts';
import { councilSeat } from './vocabularies.ts';

const common = {
	because: text(20, 300).describe('Why it cannot be met now.'),
	compensatedBy: text(20, 300).describe('What lowers the risk meanwhile.'),
	by: text(2, 80).describe('Name of the person who granted it.'),
	seat: councilSeat.schema.describe('Seat of the council that granted it.'),
	granted: date.describe('Day it was granted.'),
	expires: date.describe('Last day it is valid. The longest time is in content/policy.yaml.'),
};

/** Waives one rule for the folder of the pattern, or one control that a rule demands of it. */
export const waiverSchema = z.union(
	[
		z.strictObject({ control: ref('controls').describe('Control that is waived.'), ...common }),
		z.strictObject({
			rule: text(3, 60).describe(
				'Rule that is waived; `npm run validate -- --explain` lists them.',
			),
			...common,
		}),
	],
	{
		error:
			'is not a waiver. A waiver names a `rule` or a `control`, and has because, compensatedBy, by, seat, granted, expires.',
	},
);
export type Waiver = z.output<typeof waiverSchema>;
