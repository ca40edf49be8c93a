/**
 * The links of the header and the footer; paths are given without the base. Collections bring their
 * own place (`nav` in their schema); here are the pages that are not of a collection.
 */
import { apiPath } from '#catalogue/model/api-path.ts';
import { capital } from '#catalogue/words/phrase.ts';
import { type CollectionName, collections, pagedCollections } from '#schemas/index.ts';

export interface NavLink {
	label: string;
	path: string;
}
export interface MainLink extends NavLink {
	id: NavId;
	/** Moves behind the More button first when the window narrows. */
	rest: boolean;
}
export interface FooterColumn {
	title: string;
	links: readonly NavLink[];
}

/** A section of the site: a collection, or a page with pages below it. */
export type NavId = CollectionName | 'all' | 'changes' | 'contribute' | 'portfolio';

const pages: readonly (MainLink & { place: number })[] = [
	{ id: 'portfolio', label: 'Portfolio', path: '/portfolio/', rest: false, place: 5 },
	{ id: 'changes', label: 'What changed', path: '/changes/', rest: true, place: 6 },
	{ id: 'contribute', label: 'Contribute', path: '/contribute/', rest: true, place: 7 },
	{ id: 'all', label: 'All', path: '/all/', rest: true, place: 8 },
];

/** The links of the header, from the left. */
export const mainLinks: readonly MainLink[] = [
	...pagedCollections.flatMap((name) => {
		const { nav, plural } = collections[name];
		if (nav?.header === undefined) return [];
		const { header: place, headerLabel = capital(plural) } = nav;
		return [{ id: name, label: headerLabel, path: `/${name}/`, rest: false, place }];
	}),
	...pages,
].sort((a, b) => a.place - b.place);

/** The link of the header that a list and its entries are under. */
export function navOf(name: CollectionName): NavId {
	const under = collections[name].nav?.under ?? name;
	return mainLinks.find(({ id }) => id === under)?.id ?? 'all';
}

/** The lists that are in a column of the footer, in the order of the registry. */
const listsIn = (column: 'use' | 'govern'): NavLink[] =>
	pagedCollections
		.filter((name) => (collections[name].nav?.footer ?? 'use') === column)
		.map((name) => {
			const { nav, plural } = collections[name];
			return { label: nav?.label ?? capital(plural), path: `/${name}/` };
		});

export const footerColumns: readonly FooterColumn[] = [
	{
		title: 'Use',
		links: [
			...listsIn('use'),
			{ label: 'Choose: should this be AI?', path: '/choose/' },
			{ label: 'Compare patterns', path: '/compare/' },
			{ label: 'What changed', path: '/changes/' },
			{ label: 'Glossary', path: '/glossary/' },
			{ label: 'Search', path: '/search/' },
			{ label: 'All lists', path: '/all/' },
		],
	},
	{
		title: 'Govern',
		links: [
			{ label: 'Portfolio', path: '/portfolio/' },
			{ label: 'Coverage', path: '/coverage/' },
			{ label: 'Review queue', path: '/queue/' },
			{ label: 'Evidence packs', path: '/evidence/' },
			{ label: 'Practice by role', path: '/practice/' },
			...listsIn('govern'),
			{ label: 'Maturity check', path: '/maturity/' },
		],
	},
	{
		title: 'Contribute',
		links: [
			{ label: 'Propose a pattern', path: '/contribute/' },
			{ label: 'Field reference', path: '/contribute/pattern/' },
			{ label: 'Rules', path: '/contribute/rules/' },
			{ label: 'States and what they require', path: '/contribute/states/' },
		],
	},
	{
		title: 'For machines',
		links: [
			{ label: 'Catalogue as JSON', path: apiPath('index') },
			{ label: 'Patterns as JSON', path: apiPath('patterns') },
			{ label: 'Prompts as JSON', path: apiPath('prompts') },
			{ label: 'Schema of a pattern', path: apiPath('schemas/patterns') },
		],
	},
];
