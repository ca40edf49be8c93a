/** Places and values of a change in the words a reader would use. */

import type { z } from 'zod';
import { targetSchema } from '#schemas/measure.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { titleOf } from '../model/entry.ts';
import { keyWords } from '../model/labels.ts';
import { definition, metaOf, unwrap } from '../model/schema-walk.ts';
import { longDay } from '../words/day.ts';
import { withSymbol } from '../words/number.ts';
import { inside } from '../words/phrase.ts';
import { targetWords } from '../words/target.ts';
import { type Item, isRecord, KEY, namingKeys } from './field-changes.ts';

/** A value longer than this is compared word by word instead of shown twice. */
export const LONG = 70;

/** The two catalogues, so that what is gone still has a title. */
export type Pair = readonly [head: Catalogue, base: Catalogue];

/** What a value says. */
export function valueWords(schema: z.ZodType, value: unknown, sides: Pair, symbol = ''): string {
	const { ref } = metaOf(schema);
	const bare = unwrap(schema);
	if (value === undefined) return 'not given';
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (typeof value === 'number') return withSymbol(value, symbol);
	if (Array.isArray(value)) {
		const element = definition(bare).element ?? bare;
		return value.map((item) => valueWords(element, item, sides)).join(', ') || 'none';
	}
	if (isRecord(value)) return recordWords(bare, value, sides, symbol);
	const text = String(value);
	if (ref) return referenceWords(ref, text, sides);
	return termOf(schema, text) ?? (/^\d{4}-\d{2}-\d{2}$/.test(text) ? longDay(text) : text);
}

function recordWords(
	schema: z.ZodType,
	value: Record<string, unknown>,
	sides: Pair,
	symbol: string,
): string {
	const target = targetSchema.safeParse(value);
	if (target.success) return targetWords(target.data, symbol);
	if (typeof value.from === 'string' && typeof value.to === 'string') {
		return `the line from ${value.from} to ${value.to}`;
	}
	const options = definition(schema).options ?? [];
	const shape = definition(options.find((one) => one.safeParse(value).success) ?? schema).shape;
	return Object.entries(value)
		.map(([key, field]) => {
			const part = shape?.[key];
			const said = part ? valueWords(part, field, sides) : String(field);
			return `${inside(keyWords(key))}: ${said}`;
		})
		.join('; ');
}

/** The title of what an id stands for; the id itself where nothing is known of it. */
function referenceWords(set: string, id: string, sides: Pair): string {
	for (const { all, organisation } of sides) {
		const entry = Object.entries(all)
			.find(([name]) => name === set)?.[1]
			.get(id);
		if (entry) return titleOf(entry);
		if (set !== 'teams') continue;
		const team = organisation.teams.find((one) => one.id === id);
		if (team) return team.name;
	}
	return id;
}

function termOf(schema: z.ZodType, value: string): string | undefined {
	const { enumDescriptions } = metaOf(schema);
	const { entries = {} } = definition(unwrap(schema)) as { entries?: Record<string, string> };
	return enumDescriptions?.[Object.keys(entries).indexOf(value)]?.split(': ')[0];
}

/** The short unit of the numbers in an item: that of its metric, or its own. */
export function symbolOf(item: unknown, sides: Pair): string {
	if (!isRecord(item)) return '';
	if (typeof item.metric === 'string') {
		const id = item.metric;
		return sides.map(({ metrics }) => metrics.get(id)?.data.symbol).find(Boolean) ?? '';
	}
	return typeof item.unit === 'string' ? item.unit : '';
}

/**
 * What an item of a list is called.
 *
 * @example
 * itemName({ schema, value: { metric: 'first-contact-resolution' } }, sides) // => 'First-contact resolution'
 */
export function itemName({ schema, value: item }: Item, sides: Pair): string {
	if (!isRecord(item)) return quoted(schema, item, sides);
	if (typeof item[KEY] === 'string') return item[KEY];
	const shape = shapeOf(schema, item);
	const keys = namingKeys(item);
	if (keys[0] === 'from') return `${item.from} to ${item.to}`;
	const part = typeof item.part === 'string' ? ` (${item.part})` : '';
	const name = keys.map((key) => quoted(shape[key], item[key], sides)).join(' ');
	return (name || 'one item') + part;
}

/** Terms and titles as they are; an author's own words in quotes. */
function quoted(schema: z.ZodType | undefined, value: unknown, sides: Pair): string {
	if (!schema) return String(value);
	const said = clip(valueWords(schema, value, sides), 120);
	const own = typeof value === 'string' && said === value && /^\p{Lu}|\s/u.test(said);
	return own && !metaOf(schema).ref ? `“${said}”` : said;
}

/** What an item says of itself beyond its name: its terms in brackets, then its first sentence. */
export function itemDetail({ schema, value: item }: Item, sides: Pair): string {
	if (!isRecord(item)) return '';
	const named = new Set(namingKeys(item));
	const own = Object.entries(shapeOf(schema, item)).filter(
		([key]) => !named.has(key) && item[key] !== undefined,
	);
	const terms = own.flatMap(([key, field]) => {
		const term = typeof item[key] === 'string' ? termOf(field, item[key]) : undefined;
		// The name of a seat stays as it is: "seat People".
		if (term) return [`${inside(keyWords(key))} ${key === 'seat' ? term : inside(term)}`];
		const said = key === 'target' || key === 'limit';
		return said ? [valueWords(field, item[key], sides, symbolOf(item, sides))] : [];
	});
	const text = own
		.map(([key]) => item[key])
		.find((value) => typeof value === 'string' && value.includes(' '));
	return [
		terms.length > 0 ? ` (${terms.join(', ')})` : '',
		typeof text === 'string' ? `: ${clip(text, 160)}` : '',
	].join('');
}

function shapeOf(schema: z.ZodType, item: unknown): Record<string, z.ZodType> {
	const { shape, options } = definition(unwrap(schema));
	if (shape) return shape;
	const option = options?.find((one) => one.safeParse(item).success);
	return option ? shapeOf(option, item) : {};
}

/** The start of a text, cut at a word. */
export function clip(text: string, length: number): string {
	const line = text.replace(/\s+/g, ' ').trim();
	if (line.length <= length) return line;
	return `${line.slice(0, length - 1).replace(/\s+\S*$/, '')}…`;
}
