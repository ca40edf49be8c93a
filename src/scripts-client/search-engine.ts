/** The search engine in the browser: the finder over the files of the site, loaded on first use. */
import { type Finder, finderOf, type Result, type Results } from '#catalogue/pages/search/ask.ts';
import { INDEX_FOLDER } from '#catalogue/pages/search/format.ts';
import { href } from '#site/urls.ts';

export type { Result, Results };

/** The finder of this site. */
export const finder: Finder = finderOf(async (name) => {
	const response = await fetch(href(`/${INDEX_FOLDER}/${name}`));
	if (!response.ok) throw new Error(`${name}: ${response.status}`);
	return new Uint8Array(await response.arrayBuffer());
});
