/** What the fields of a collection are called for readers: the labels in its schema. */
import type { z } from 'zod';
import { type CollectionName, collections } from '#schemas/index.ts';
import { definition, metaOf, unwrap } from './schema-walk.ts';

/**
 * A key as words in sentence case.
 *
 * @example
 * keyWords('dataTerms') // => 'Data terms'
 */
export function keyWords(key: string): string {
	const spaced = key
		.replace(/^catalogue\./, '')
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.replaceAll('-', ' ')
		.toLowerCase();
	return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** What a field is called: the label in its schema, or its key in words. */
export const labelOf = (key: string, field: z.ZodType | undefined): string =>
	(field && metaOf(field).label) || keyWords(key);

/** What a field of a collection is called. */
export const labelAt = (name: CollectionName, key: string): string =>
	labelOf(key, fieldAt(name, key));

/** The section of a page that shows a field: its place on the page and its title. */
export interface FieldSection {
	id: string;
	title: string;
}

/**
 * The section that shows a field; undefined where the field is shown among others.
 *
 * @example
 * sectionAt('controls', 'demands') // => { id: 'does', title: 'What it must do' }
 */
export function sectionAt(name: CollectionName, key: string): FieldSection | undefined {
	const field = fieldAt(name, key);
	const id = field && metaOf(field).section;
	return id ? { id, title: labelOf(key, field) } : undefined;
}

function fieldAt(name: CollectionName, key: string): z.ZodType | undefined {
	return definition(unwrap(collections[name].schema)).shape?.[key];
}
