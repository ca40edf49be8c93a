/** Follows the addresses of a built site to its files and to the ids in them. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Element, readElements } from './html.ts';
import { readPages } from './pages.ts';

/** Attributes that hold one address; `data-index` is the file that the browse page fetches. */
const ADDRESSES = [
	'href',
	'src',
	'action',
	'formaction',
	'poster',
	'data',
	'xlink:href',
	'data-index',
];

/** The addresses an element names, as they are written. */
export function addressesOf({ attributes }: Element): string[] {
	const found = ADDRESSES.flatMap((name) => attributes.get(name) ?? []);
	const sources = attributes.get('srcset')?.split(',') ?? [];
	return [...found, ...sources.map((source) => source.trim().split(/\s/)[0] ?? '')];
}

export interface Target {
	/** File under the site that answers. */
	file: string;
	/** The part after `#`, decoded. */
	fragment: string;
}

export interface Site {
	/**
	 * The file behind an address, undefined when it leads to another site, or a sentence saying why
	 * no file answers.
	 */
	follow: (address: string, from: string) => Target | string | undefined;
}

/** A site in a folder, served at `url`. */
export function openSite(folder: string, url: string): Site {
	const root = new URL(url);
	const ids = new Map<string, Set<string>>();
	const idsOf = (file: string) => {
		const set = ids.get(file) ?? readIds(folder, file);
		ids.set(file, set);
		return set;
	};
	return {
		follow(address, from) {
			const target = URL.parse(address, new URL(from.slice(1), root));
			if (!target) return `"${address}" is no address`;
			if (target.origin !== root.origin) return undefined;
			if (!target.pathname.startsWith(root.pathname)) {
				return `"${address}" is outside ${root.pathname}`;
			}
			const path = decodeURIComponent(target.pathname.slice(root.pathname.length));
			const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
			if (!existsSync(join(folder, file))) return `"${address}" leads to no file`;
			if (!statSync(join(folder, file)).isFile()) return `"${address}" lacks its last slash`;
			const fragment = decodeURIComponent(target.hash.slice(1));
			if (fragment !== '' && !idsOf(file).has(fragment)) {
				return `"${address}" leads to no id "${fragment}" in ${file}`;
			}
			return { file, fragment };
		},
	};
}

function readIds(folder: string, file: string): Set<string> {
	const page = file.endsWith('.html') && readPages(folder).find((found) => found.file === file);
	const elements = page ? page.elements : readElements(readFileSync(join(folder, file), 'utf8'));
	return new Set(elements.flatMap(({ attributes }) => attributes.get('id') ?? []));
}
