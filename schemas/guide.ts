/** A guide: how to do something across patterns. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { frameworks, published, text } from './fields.ts';
import * as words from './vocabularies.ts';

export const guideSchema = z.strictObject({
	...published,
	group: words.guideGroup.schema
		.describe('Where it stands among the guides.')
		.meta({ label: 'Group' }),
	order: z.int().min(1).describe('Place within its group.').meta({ label: 'Place' }),
	answer: text(20, 300).describe('What the reader takes away, in one or two sentences.'),
	frameworks: frameworks.default([]),
});

export const guides = defineCollection({
	file: 'content/guides/{id}.mdx',
	format: 'mdx',
	schema: guideSchema,
	singular: 'guide',
	plural: 'guides',
	about: 'How to decide, build, assure and run, across patterns.',
	pages: true,
	nav: { header: 4, footer: 'govern' },
	standalone: true,
});
