/** What is wrong with the address of a page that an entry writes, for the rules that follow one. */
import { anchorsOf } from '../model/anchors.ts';
import { type Catalogue, type Entry, isCollection } from '../model/catalogue.ts';
import type { Problem } from '../model/rule.ts';
import { sitePages } from '../model/site-pages.ts';
import { suggest } from '../words/suggest.ts';

export type Words = Pick<Problem, 'message' | 'fix'>;

/** Undefined where the address leads to a page of the site, or to a section that its page has. */
export function deadPage(to: string, catalogue: Catalogue): Words | undefined {
	const [, path = '', name] = /^([^#]*)(?:#(.*))?$/s.exec(to) ?? [];
	if (name === undefined && sitePages.includes(path)) return undefined;
	const [, collection = '', id = ''] = /^\/([^/]+)\/([^/]+)\/$/.exec(path) ?? [];
	const entries: ReadonlyMap<string, Entry> | undefined = isCollection(collection)
		? catalogue.all[collection]
		: undefined;
	const target = entries?.get(id);
	if (target && (name === undefined || anchorsOf(target).has(name))) return undefined;
	// An entry that was not accepted is there; its own file says what is wrong with it.
	if (!target && catalogue.knows(collection, id)) return undefined;
	const known = target
		? [...anchorsOf(target)].map((anchor) => `${path}#${anchor}`)
		: [...sitePages, ...[...(entries?.keys() ?? [])].map((other) => `/${collection}/${other}/`)];
	const near = suggest(to, known);
	return {
		message: `"${to}" is not a page of this catalogue.`,
		fix: near
			? `Did you mean "${near}"?`
			: 'Write a page as in its address, such as /guides/start/.',
	};
}
