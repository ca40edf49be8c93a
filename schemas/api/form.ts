/** What the documents of the API are made of: each says what it is, then what it holds. */
import { z } from 'zod';
import { sectionSchema } from '../page.ts';

export const API_VERSION = 1;

export const text = (about: string) => z.string().describe(about);
export const address = (about: string) => z.string().describe(`Address of ${about}.`);
export const texts = (about: string) => z.array(z.string()).describe(about);

export const samePage = address('the page with the same content');
export const summary = text('The answer in a few sentences.');

/** A part of a document. */
export const partOf = <Shape extends z.ZodRawShape>(about: string, shape: Shape) =>
	z.object(shape).describe(about);

/** A list of things that are alike. */
export const listOf = <Shape extends z.ZodRawShape>(about: string, shape: Shape) =>
	z.array(z.object(shape)).describe(about);

export const $schema = address('the JSON Schema of this document').optional();

/** A document, which names its schema and the version of the API. */
export const documentOf = <Shape extends z.ZodRawShape>(about: string, shape: Shape) =>
	z
		.object({
			$schema,
			api: z.literal(API_VERSION).describe('Version of the API.'),
			...shape,
		})
		.describe(about);

export const collection = text('Name of the collection.');
export const id = text('Id, as other entries cite it.');
export const digest = text('SHA-256 of the file of the entry, in hexadecimal.');

export const state = z.object({
	name: text('Name of the state.'),
	label: text('What pages call it.'),
	verdict: text('What it means for you, in a few words.').optional(),
	duty: text('What you must do.'),
	enter: text('What must be true to enter the state.').optional(),
	expires: text('When it ends.').optional(),
	example: z.literal(true).optional().describe('True if it comes from example data.'),
});

export const example = partOf('Set if data is invented.', {
	tag: text('What pages call it.'),
	words: text('What is invented.'),
}).optional();
export const count = z.int().min(0);
export const part = z.object({ done: count, of: count });
export const range = z.object({ from: z.number().optional(), to: z.number().optional() });
export const invented = z.literal(true).describe('Set if the data is invented.').optional();

export const sections = z.array(sectionSchema).default([]).describe('What the page says.');
