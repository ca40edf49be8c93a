/** The places on the page of an entry that a link can lead to. */
import GithubSlugger from 'github-slugger';
import { type CollectionName, collections } from '#schemas/index.ts';
import { anchorOf } from '../words/anchor.ts';
import type { Entry, Heading } from './entry.ts';
import { isOf } from './is-of.ts';
import { definition, metaOf } from './schema-walk.ts';
import { SECTIONS } from './sections.ts';

/** Sections that pages have beside those of their fields and of the prose. */
const COMMON = ['patterns', 'changes', 'frameworks', 'cited-by', 'record'];
const OWN: { readonly [Name in CollectionName]?: readonly string[] } = {
	patterns: [
		...SECTIONS.map(({ id }) => id),
		...['approval', 'verdict', 'start', 'effort', 'data', 'tier'],
		...['nodes', 'failures', 'common-fields', 'own-fields'],
	],
	prompts: ['fill', 'source', 'tests', 'failures', 'versions', 'downloads'],
	risks: ['answers'],
	connectors: ['limits'],
	models: ['behind'],
	'use-cases': [
		...['built-on', 'data', 'model', 'controls', 'gates'],
		...['waivers', 'incidents', 'approval', 'conditions'],
		...['proven', 'evidence', 'flags', 'who-decides'],
	],
	outcomes: ['uses', 'combine'],
	roles: ['exercises', 'in-each-pattern'],
	incidents: [
		...['happened', 'golden-case', 'causes', 'controls'],
		...['duties', 'actions', 'severity', 'record-an-incident'],
	],
	frameworks: ['items'],
};

/** The sections of the pages of a collection, whatever an entry says. */
export function sectionIds(collection: CollectionName): string[] {
	const { shape = {} } = definition(collections[collection].schema);
	const fields = Object.entries(shape).flatMap(([key, field]) => {
		const { section } = metaOf(field);
		return section === undefined ? [`field-${key}`] : [section];
	});
	return [...COMMON, ...(OWN[collection] ?? []), ...fields];
}

/** The addresses of headings, as code hosts and the page make them: words joined by hyphens. */
export function headingIds(headings: readonly Pick<Heading, 'text'>[]): string[] {
	const slugger = new GithubSlugger();
	return headings.map(({ text }) => slugger.slug(text));
}

/** Every name that may follow the "#" in a link to an entry. */
export function anchorsOf(entry: Entry): Set<string> {
	const items = isOf('frameworks', entry) ? entry.data.items : [];
	return new Set([
		...sectionIds(entry.collection),
		...headingIds(entry.headings),
		...items.map(({ id }) => anchorOf(id)),
	]);
}
