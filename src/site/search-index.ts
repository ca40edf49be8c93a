/** Makes the full-text index of a catalogue in memory, the same for the built site and for dev. */
import * as pagefind from 'pagefind';
import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import { entryPath } from '#catalogue/model/entry.ts';
import { compare } from '#catalogue/model/finding.ts';
import { searchDocument, searchedEntries } from '#catalogue/pages/search.ts';
import { searchHtml } from './search-html.ts';

/** Folder of the index under the site. */
export const SEARCH_FOLDER = 'pagefind';

/** File name under the folder to content. */
export type SearchFiles = ReadonlyMap<string, Uint8Array>;

/** What the browser asks for; Pagefind also makes interfaces of its own, which nothing here uses. */
const USED =
	/^(?:pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind|.+\.pf_(?:meta|index|fragment|filter))$/;

/**
 * Pages come in files of several: few files of a small site, and of a large one files that stay
 * small, as a result loads the whole file that its page is in.
 */
const LEAST_FRAGMENTS = 50;
const PAGES_OF_FRAGMENT = 20;

/** Pages on their way to Pagefind: more would only wait in line, in several copies each. */
const ON_THEIR_WAY = 100;

/** What Pagefind reads of an entry. */
export const searchedText = (entry: Entry, catalogue: Catalogue): string =>
	searchHtml(searchDocument(entry, catalogue));

/**
 * Indexes every entry that has a page. Throws with Pagefind's own words when it refuses one.
 *
 * @param textOf gives `searchedText` of an entry, where a build may have it from before
 * @param given called when Pagefind has every page, and works on by itself
 */
export async function indexCatalogue(
	catalogue: Catalogue,
	textOf = async (entry: Entry) => searchedText(entry, catalogue),
	given = () => {},
): Promise<SearchFiles> {
	const entries = searchedEntries(catalogue);
	try {
		const { index, errors } = await pagefind.createIndex({
			forceLanguage: 'en',
			maxFragments: Math.max(LEAST_FRAGMENTS, Math.ceil(entries.length / PAGES_OF_FRAGMENT)),
		});
		if (!index) throw new SearchFailed(errors);
		await addAll(entries, textOf, async (url, content) => {
			const { errors } = await index.addHTMLFile({ url, content });
			return errors.length > 0 ? new SearchFailed(errors, url) : undefined;
		});
		given();
		const made = await index.getFiles();
		if (made.errors.length > 0) throw new SearchFailed(made.errors);
		// Pagefind hands its files over in any order.
		const sorted = made.files.toSorted((a, b) => compare(a.path, b.path));
		const files = new Map<string, Uint8Array>();
		for (const { path, content } of sorted) {
			const name = path.replaceAll('\\', '/');
			if (USED.test(name)) files.set(name, content);
		}
		return files;
	} finally {
		// Pagefind runs as a process of its own; left open, it would keep this one from ending.
		await pagefind.close();
	}
}

/**
 * Adds every entry in order, which the bytes of the index follow from; the next are made while Pagefind
 * works on some. Throws what one gives back.
 */
async function addAll(
	entries: readonly Entry[],
	textOf: (entry: Entry) => Promise<string>,
	add: (url: string, content: string) => Promise<SearchFailed | undefined>,
): Promise<void> {
	let asked: ReturnType<typeof add>[] = [];
	for (let at = 0; at < entries.length + ON_THEIR_WAY; at += ON_THEIR_WAY) {
		const some = entries.slice(at, at + ON_THEIR_WAY);
		const texts = await Promise.all(some.map(textOf));
		const next = some.map((entry, at) => add(entryPath(entry), texts[at] ?? ''));
		const failed = (await Promise.all(asked)).find((one) => one !== undefined);
		if (failed) throw failed;
		asked = next;
	}
}

class SearchFailed extends Error {
	constructor(errors: readonly string[], path = 'the search index') {
		super(`${path}: ${errors.join('; ')}`);
		this.name = 'Search';
	}
}
