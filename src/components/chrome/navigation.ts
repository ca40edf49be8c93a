/** The links of the header and the footer; paths are given without the base. */
import { apiPath } from '#catalogue/model/api-path.ts';

export interface NavLink {
	label: string;
	path: string;
}
export interface MainLink extends NavLink {
	id: string;
	/** Moves behind the More button first when the window narrows. */
	rest?: boolean;
}
export interface FooterColumn {
	title: string;
	links: readonly NavLink[];
}

export const mainLinks = [
	{ id: 'patterns', label: 'Patterns', path: '/patterns/' },
	{ id: 'prompts', label: 'Prompts', path: '/prompts/' },
	{ id: 'controls', label: 'Controls', path: '/controls/' },
	{ id: 'risks', label: 'Risks', path: '/risks/' },
	{ id: 'connectors', label: 'Connectors', path: '/connectors/' },
	{ id: 'metrics', label: 'Metrics', path: '/metrics/', rest: true },
	{ id: 'guides', label: 'Guides', path: '/guides/', rest: true },
	{ id: 'contribute', label: 'Contribute', path: '/contribute/', rest: true },
] as const satisfies readonly MainLink[];
export type NavId = (typeof mainLinks)[number]['id'];

export const footerColumns: readonly FooterColumn[] = [
	{
		title: 'Use',
		links: [
			{ label: 'All patterns', path: '/patterns/' },
			{ label: 'Prompt templates', path: '/prompts/' },
			{ label: 'Connectors', path: '/connectors/' },
			{ label: 'Models', path: '/models/' },
			{ label: 'What changed', path: '/changes/' },
			{ label: 'Search', path: '/search/' },
		],
	},
	{
		title: 'Govern',
		links: [
			{ label: 'Controls', path: '/controls/' },
			{ label: 'Risks', path: '/risks/' },
			{ label: 'Frameworks', path: '/frameworks/' },
			{ label: 'Roles', path: '/roles/' },
			{ label: 'Use cases', path: '/use-cases/' },
			{ label: 'Guides', path: '/guides/' },
		],
	},
	{
		title: 'Contribute',
		links: [
			{ label: 'Propose a pattern', path: '/contribute/' },
			{ label: 'Field reference', path: '/contribute/pattern/' },
			{ label: 'Rules', path: '/contribute/rules/' },
			{ label: 'States and their duties', path: '/contribute/states/' },
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
