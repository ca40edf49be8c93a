/** A risk: what can go wrong when AI does part of the work. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { changes, frameworks, published, ref, text } from './fields.ts';
import * as words from './vocabularies.ts';
import { ANY, row, type Weighing } from './weighing.ts';

const rating = z.strictObject({
	likelihood: words.likelihood.schema.describe('How often, before controls.'),
	impact: words.impact.schema.describe('How bad, before controls.'),
});

export const riskSchema = z.strictObject({
	...published,
	category: words.riskCategory.schema
		.describe('Operational, security or regulatory.')
		.meta({ label: 'Category' }),
	rating: z
		.strictObject({ low: rating, medium: rating, high: rating })
		.describe('Usual likelihood and impact by tier; a pattern states its own.')
		.meta({ label: 'How likely and how bad, by tier', section: 'rating' }),
	causes: z
		.array(text(10, 240))
		.min(2)
		.describe('Causes.')
		.meta({ label: 'Causes', section: 'causes' }),
	signs: z
		.array(text(10, 240))
		.min(2)
		.describe('How you notice it in operation.')
		.meta({ label: 'Warning signs', section: 'signs' }),
	questions: z
		.array(text(10, 200))
		.min(2)
		.describe('What a reviewer asks a team, each answerable with yes, no or a number.')
		.meta({ label: 'What a reviewer asks', section: 'questions' }),
	watchedBy: z
		.array(ref('metrics'))
		.default([])
		.describe('Metrics that move when it happens.')
		.meta({ label: 'Watched by' }),
	frameworks,
	changes: changes.optional(),
});
export type Risk = z.output<typeof riskSchema>;

/** What a change asks of teams that use it. */
const breaking: readonly Weighing[] = [
	row('rating', ANY, 'minor', 'Authors of patterns must check their own rating again.'),
];

export const risks = defineCollection({
	file: 'content/risks/{id}.mdx',
	format: 'mdx',
	schema: riskSchema,
	breaking,
	singular: 'risk',
	plural: 'risks',
	about:
		'What can go wrong when AI does part of the work, the warning signs, and the controls that address it.',
	pages: true,
	nav: { under: 'controls', footer: 'govern' },
	counted: true,
});
