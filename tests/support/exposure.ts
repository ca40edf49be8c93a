/** Answers to the questions that set a tier: the mildest, and any. */
import fc from 'fast-check';
import { minimalPattern } from '#catalogue/examples/minimal-pattern.ts';
import { type Exposure, exposureSchema } from '#schemas/exposure.ts';
import * as words from '#schemas/vocabularies.ts';

/** No answer raises the tier. */
export const mild: Exposure = exposureSchema.parse({
	...minimalPattern().exposure,
	regulated: false,
});

export const exposures: fc.Arbitrary<Exposure> = fc.record({
	data: fc.constantFrom(...words.dataClass.values),
	personalData: fc.constantFrom(...words.personalData.values),
	effect: fc.constantFrom(...words.effect.values),
	reach: fc.constantFrom(...words.reach.values),
	reversibility: fc.constantFrom(...words.reversibility.values),
	untrustedInput: fc.boolean(),
	decidesAboutPerson: fc.boolean(),
	regulated: fc.boolean(),
	annexIII: fc.option(fc.constantFrom(...words.annexIII.values), { nil: undefined }),
});
