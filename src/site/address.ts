/** Where the site is served: the origin and the base path, read from the organisation's own page. */
import { parse } from 'yaml';

export interface Address {
	/** Origin, such as `https://patterns.example`. */
	site: string;
	/** Path under the origin, with a slash at both ends. */
	base: string;
}

const SOURCE = 'content/organisation.yaml';
const FIX =
	'Write the address readers use, such as https://patterns.example/ or https://host.example/ai/.';

/**
 * The address in `site.url` of content/organisation.yaml; `override` (the environment variable
 * CATALOGUE_URL) wins, for previews and for tests under a base path.
 *
 * @example
 * parseAddress('site: { url: https://host.example/ai/ }') // => { site: 'https://host.example', base: '/ai/' }
 */
export function parseAddress(organisationYaml: string, override?: string): Address {
	if (override) return split(override, 'CATALOGUE_URL');
	return split(siteUrl(organisationYaml), `site.url in ${SOURCE}`);
}

function siteUrl(text: string): string {
	const organisation: unknown = parse(text);
	const site = field(organisation, 'site');
	const url = field(site, 'url');
	if (typeof url !== 'string') throw new Error(`${SOURCE} has no site.url. ${FIX}`);
	return url;
}

function field(value: unknown, name: string): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	return Object.entries(value).find(([key]) => key === name)?.[1];
}

function split(text: string, where: string): Address {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || !/^https?:$/.test(url.protocol)) {
		throw new Error(`${where} is "${text}", which is not a web address. ${FIX}`);
	}
	if (url.search || url.hash || url.username || url.password) {
		throw new Error(`${where} is "${text}": only a host and a path may stand there. ${FIX}`);
	}
	return { site: url.origin, base: url.pathname.replace(/\/*$/, '/') };
}
