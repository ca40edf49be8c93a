/** The maturity check: levels, and the questions that must all be answered with yes to reach one. */
import { z } from 'zod';
import { counted, once, ownId, text } from './fields.ts';
import { type MaturityCheck, maturityCheck } from './vocabularies.ts';

/** There are five levels; the first asks nothing. */
export const LEVELS = 5;

/** Checks that compare a count of patterns with a number. */
const COUNTING: readonly MaturityCheck[] = ['patterns-approved', 'pattern-reused'];

const question = counted(
	z.strictObject({
		id: ownId('an id')
			.max(40)
			.describe('Id of the question. It is in addresses that people keep, so do not change it.'),
		level: z.int().min(2).max(LEVELS).describe('Level that needs a yes.'),
		text: text(10, 160).describe('What must be true.'),
		check: maturityCheck.schema
			.optional()
			.describe('How the catalogue answers it. Leave it out if the reader must answer it.'),
		atLeast: z
			.int()
			.min(1)
			.optional()
			.describe('How many are enough, for a check that counts patterns. The default is 1.'),
		next: text(10, 200).describe('What to do next if the answer is no.'),
		who: text(2, 80).describe('Who does it.'),
		effort: text(2, 60).describe('How long it takes.'),
	}),
	COUNTING,
	'can',
);

export const maturityPolicy = z
	.strictObject({
		levels: z
			.array(
				z.strictObject({
					name: text(2, 40).describe('Name of the level.'),
					means: text(10, 160).describe('What it means.'),
				}),
			)
			.length(LEVELS)
			.describe('The levels, the first one first.'),
		questions: once(z.array(question), 'id', 'Give each question a different id.')
			.refine((all) => levelWithout(all) === undefined, {
				error: ({ input }) =>
					`has no question for level ${levelWithout(input as { level: number }[])}. Add one.`,
			})
			.describe('The questions of every level but the first.'),
	})
	.describe('The maturity check.');
export type MaturityPolicy = z.output<typeof maturityPolicy>;

/** The first level that nothing is asked for: everybody would reach it. */
const levelWithout = (questions: readonly { level: number }[]): number | undefined =>
	Array.from({ length: LEVELS - 1 }, (_, at) => at + 2).find(
		(level) => !questions.some((one) => one.level === level),
	);
