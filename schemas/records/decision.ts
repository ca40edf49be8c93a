/** A decision that a person or the council took: about a gate, a duty, a switch or a condition. */
import { z } from 'zod';
import { text } from '../fields.ts';
import * as words from '../vocabularies.ts';
import { common, subjectVersion } from './common.ts';

export const decisionSchema = z
	.strictObject({
		kind: z.literal('decision').describe('A decision by a person or the council.'),
		...common,
		of: subjectVersion,
		about: words.decisionSubject.schema.describe('What was decided.'),
		stage: words.stage.schema.optional().describe('Stage whose gate it is about.'),
		criterion: text(3, 200)
			.optional()
			.describe('Criterion of the gate or condition of the approval, in its own words.'),
		decided: words.decided.schema.describe('How it was decided.'),
		seat: words.councilSeat.schema.optional().describe('Seat of the council that decided.'),
		because: text(10, 300).describe('Why.'),
	})
	.refine(({ about, stage, criterion }) => about !== 'gate' || (stage && criterion), {
		error: 'is missing. A decision about a gate needs a stage and a criterion.',
		path: ['criterion'],
	});
export type Decision = z.output<typeof decisionSchema>;
