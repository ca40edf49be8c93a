/**
 * The search index as files: small enough to load before the first result, however many pages there
 * are. A few hundred pages are one file of terms and one of cards; beyond that terms are cut by
 * their first two letters and cards by the hundred, and a browser loads the parts that a question needs.
 *
 * The files are compressed here, so that they are small on a host that does not compress.
 */
import { gzipSync, strToU8 } from 'fflate';
import { compare } from '../../model/finding.ts';
import { type IndexData, indexPages } from './find.ts';
import { ABOUT, type About, type Card, type CardedPage, cardsFile, shardOf } from './format.ts';
import { writePages } from './pages-file.ts';
import type { Lexical } from './reading.ts';
import { writeTerms } from './terms-file.ts';

/** Up to so many pages are one file, with their text. */
const WHOLE = 1000;
const CARDS = 100;

/** Whether an index of so many pages holds their text. */
export const hasText = (pages: number, whole = WHOLE): boolean => pages <= whole;

export interface IndexOptions {
	synonyms: Lexical;
	kinds: About['kinds'];
	/** Most pages that are kept in one file. */
	whole?: number;
}

/** The files of the index, by name, in a fixed order. */
export function indexFiles(
	pages: readonly CardedPage[],
	{ synonyms, kinds, whole = WHOLE }: IndexOptions,
): Map<string, Uint8Array> {
	const one = hasText(pages.length, whole);
	const kept = one ? pages : pages.map((page) => ({ ...page, text: '' }));
	const { index, ...common } = indexPages(kept).toJSON();
	const cards = one ? Math.max(1, pages.length) : CARDS;
	const terms = new Map<string, IndexData['index']>();
	for (const entry of index) {
		const shard = one ? '*' : shardOf(entry[0]);
		const part = terms.get(shard);
		if (part) part.push(entry);
		else terms.set(shard, [entry]);
	}
	const names = new Map([...terms.keys()].sort(compare).map((shard) => [shard, fileOf(shard)]));
	const about: About = {
		pages: pages.length,
		cards,
		terms: Object.fromEntries(names),
		common: 'common.idx',
		synonyms: { same: synonyms.same, means: synonyms.means },
		kinds,
	};
	const files = new Map<string, Uint8Array>([
		[ABOUT, pack(about)],
		['common.idx', pack(writePages(common))],
	]);
	for (const [shard, name] of names) files.set(name, pack(writeTerms(terms.get(shard) ?? [])));
	for (let at = 0; at < pages.length; at += cards) {
		files.set(cardsFile(at / cards), pack(pages.slice(at, at + cards).map(cardOf)));
	}
	return files;
}

const fileOf = (shard: string) => `terms-${shard === '*' ? 'other' : shard}.idx`;

const cardOf = ({
	path,
	title,
	kind,
	summary,
	aliases,
	use,
	tier,
	state,
	data,
}: CardedPage): Card => ({
	path,
	title,
	kind,
	summary,
	aliases,
	...(use ? { use } : {}),
	...(tier ? { tier } : {}),
	...(state ? { state } : {}),
	...(data ? { data } : {}),
});

/** The same value gives the same bytes, on every day and in every version of Node. */
const pack = (value: unknown) => gzipSync(strToU8(JSON.stringify(value)), { mtime: 0, level: 6 });
