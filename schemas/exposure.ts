/** What decides the risk tier: the exposure of a pattern, and conditions over it. */
import { z } from 'zod';
import * as words from './vocabularies.ts';

const flag = (text: string) => z.boolean().describe(text);

/** The answers from which the tier is computed (DOMAIN: risk tier; `content/policy.yaml`). */
export const exposureSchema = z.strictObject({
	data: words.dataClass.schema.describe('Highest class of data that the pattern uses.'),
	personalData: words.personalData.schema.describe('Most sensitive kind of personal data in it.'),
	effect: words.effect.schema.describe('What the output does without further human action.'),
	reach: words.reach.schema.describe('Who receives the output.'),
	reversibility: words.reversibility.schema.describe('How easily a wrong output can be corrected.'),
	untrustedInput: flag(
		'Whether untrusted text (written by someone outside the team) can reach a prompt.',
	),
	decidesAboutPerson: flag('Whether the output influences a decision about a person.'),
	regulated: flag('Whether the content or the decision is regulated.'),
	annexIII: words.annexIII.schema
		.optional()
		.describe('Area of Annex III of the EU AI Act the use falls in; leave it out if none does.'),
});
export type Exposure = z.output<typeof exposureSchema>;

const anyOf = <Value extends string>(vocabulary: { schema: z.ZodType<Value>; name: string }) =>
	z
		.array(vocabulary.schema)
		.min(1)
		.optional()
		.describe(`Applies when the pattern's ${vocabulary.name} is one of these.`);

/** A condition: every key that is given must hold; a list holds when any of its values does. */
export const conditionSchema = z
	.strictObject({
		data: anyOf(words.dataClass),
		personalData: anyOf(words.personalData),
		effect: anyOf(words.effect),
		reach: anyOf(words.reach),
		reversibility: anyOf(words.reversibility),
		technique: anyOf(words.technique),
		annexIII: anyOf(words.annexIII),
		untrustedInput: flag('Applies when the answer is the same.').optional(),
		decidesAboutPerson: flag('Applies when the answer is the same.').optional(),
		regulated: flag('Applies when the answer is the same.').optional(),
	})
	.refine((value) => Object.keys(value).length > 0, {
		error: 'is empty, so it would always apply. Add at least one exposure.',
	});
export type Condition = z.output<typeof conditionSchema>;
