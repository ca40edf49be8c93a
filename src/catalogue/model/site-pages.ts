/** Pages of the site that are not entries, for those who link to them: lists, and pages of their own. */
import { pagedCollections } from '#schemas/index.ts';

/** The pages that no collection has. */
const OWN = [
	'/',
	'/all/',
	'/changes/',
	'/choose/',
	'/compare/',
	'/contribute/',
	'/contribute/rules/',
	'/contribute/states/',
	'/coverage/',
	'/evidence/',
	'/glossary/',
	'/maturity/',
	'/portfolio/',
	'/practice/',
	'/queue/',
	'/queue/agenda/',
	'/search/',
] as const;

/** The path of each, as an entry writes it in a link. */
export const sitePages: readonly string[] = [
	...OWN,
	...pagedCollections.map((name) => `/${name}/`),
];
