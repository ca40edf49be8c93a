/** Whether a value went up or down, where its values have an order. */
import type { z } from 'zod';
import * as words from '#schemas/vocabularies.ts';
import { definition, metaOf } from '../model/schema-walk.ts';

export type Movement = 'raised' | 'lowered' | 'changed';

/** Which of two kinds of access is the wider; the list itself is in no order of width. */
const WIDTH: Readonly<Record<string, number>> = {
	read: 0,
	draft: 1,
	comment: 1,
	invoke: 1,
	'index-write': 2,
	'write-approved': 3,
	write: 4,
};

/** Vocabularies whose values stand in order of rank, least first. */
const RANKED: ReadonlySet<string | undefined> = new Set(
	[
		words.tier,
		words.dataClass,
		words.ceiling,
		words.personalData,
		words.effect,
		words.reach,
		words.reversibility,
		words.likelihood,
		words.impact,
		words.stage,
	].map(({ name }) => name),
);

/** Up or down for numbers, days, ranked words and kinds of access; else it only changed. */
export function movement(schema: z.ZodType, before: unknown, after: unknown): Movement {
	const step = rankOf(schema, after) - rankOf(schema, before);
	if (step > 0) return 'raised';
	return step < 0 ? 'lowered' : 'changed';
}

function rankOf(schema: z.ZodType, value: unknown): number {
	if (typeof value === 'number') return value;
	if (typeof value !== 'string') return Number.NaN;
	const { vocabulary } = metaOf(schema);
	if (vocabulary === words.access.name) return WIDTH[value] ?? Number.NaN;
	// A calendar date in digits grows with the day.
	if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return Number(value.replaceAll('-', ''));
	if (!RANKED.has(vocabulary)) return Number.NaN;
	const { entries = {} } = definition(schema) as { entries?: Record<string, string> };
	return Object.keys(entries).indexOf(value);
}
