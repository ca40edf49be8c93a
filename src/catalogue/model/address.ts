/** Where the site is served: the origin and the base path, read from the organisation's own page. */
import { parse } from 'yaml';
import { siteAddressProblem } from '#schemas/site-address.ts';
import type { Catalogue } from './catalogue.ts';

export interface Address {
	/** Origin, such as `https://patterns.example`. */
	site: string;
	/** Path under the origin, with a slash at both ends. */
	base: string;
}

/** Full address of a path of the site, which starts with a slash; the base path is put before it. */
export type SiteUrl = (path: string) => string;

/** What the help of a command says about `override` below. */
export const OVERRIDE_USAGE =
	'If CATALOGUE_URL is set, it replaces site.url of content/organisation.yaml.';

/**
 * The address in `site.url` of content/organisation.yaml; `override` (the environment variable
 * CATALOGUE_URL) wins, for previews and for tests under a base path. Undefined if the page has
 * no usable address: the check of that file says what is wrong, with its place.
 *
 * @example
 * readAddress('site: { url: https://host.example/ai/ }') // => { site: 'https://host.example', base: '/ai/' }
 */
export function readAddress(organisationYaml: string, override?: string): Address | undefined {
	return override ? fromEnvironment(override) : split(siteUrl(organisationYaml));
}

function fromEnvironment(value: string): Address {
	const address = split(value);
	if (address) return address;
	throw new Error(
		`CATALOGUE_URL is "${value}", which is not the address of a site. Write a host and a path, such as https://host.example/ai/.`,
	);
}

/**
 * Makes full addresses on the site of a catalogue, for commands that write its files without building it;
 * `override` is as above. A path stays a path where the organisation has no usable address.
 *
 * @example
 * addressesOf(catalogue)('/llms.txt') // => 'https://host.example/ai/llms.txt'
 */
export function addressesOf(
	{ organisation }: Pick<Catalogue, 'organisation'>,
	override?: string,
): SiteUrl {
	const address = override ? fromEnvironment(override) : split(organisation.site.url);
	if (!address) return (path) => path;
	return (path) => new URL(address.base.replace(/\/$/, '') + path, address.site).href;
}

/** Whether a text is an address a site can be served at: a host and a path, nothing else. */
export function isSiteAddress(text: string): boolean {
	return split(text) !== undefined;
}

function siteUrl(text: string): string {
	try {
		const url = field(field(parse(text), 'site'), 'url');
		return typeof url === 'string' ? url : '';
	} catch {
		// Broken YAML is a finding of the check, which names the line.
		return '';
	}
}

function field(value: unknown, name: string): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	return Object.entries(value).find(([key]) => key === name)?.[1];
}

function split(text: string): Address | undefined {
	if (siteAddressProblem(text) !== undefined) return undefined;
	const url = new URL(text);
	return { site: url.origin, base: url.pathname.replace(/\/*$/, '/') };
}
