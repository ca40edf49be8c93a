/** Asks the index in files: loads the parts that a question needs, and keeps what it has loaded. */

import {
	type Answer,
	type Found,
	find,
	type IndexData,
	readIndex,
	type SearchIndex,
} from './find.ts';
import { ABOUT, type About, type Card, cardsFile, shardOf, unpack } from './format.ts';
import { type Common, type PagesFile, readPages } from './pages-file.ts';
import { type Idea, type Lexicon, lexiconOf, readQuestion } from './reading.ts';
import { readTerms } from './terms-file.ts';

/** Reads a file of the index by name. Throws when it cannot be had. */
export type ReadFile = (name: string) => Promise<Uint8Array>;

/** A page that was found, with what is shown of it. */
export interface Result extends Found, Card {}

export interface Results extends Answer {
	/** How the question was read. */
	ideas: readonly Idea[];
	/** Cards of some of the pages, in the same order. */
	cards: (found: readonly Found[]) => Promise<Result[]>;
}

export interface Finder {
	about: () => Promise<About>;
	/** Loads what the first question will need, before it is asked. */
	warm: () => Promise<void>;
	/** Ranks the pages for a question, of some kinds or of all. */
	ask: (question: string, kinds?: readonly string[]) => Promise<Results>;
}

/** `writeTerms` wrote it as one text. */
const unpackTerms = (bytes: Uint8Array) => readTerms(String(unpack(bytes)));
/** `writePages` wrote it. */
const unpackPages = (bytes: Uint8Array) => readPages(unpack(bytes) as PagesFile);

/** A finder over the files of an index. A file that could not be read is asked for again. */
export function finderOf(read: ReadFile): Finder {
	const kept = new Map<string, Promise<unknown>>();
	// Each name is read as one type only; `indexFiles` wrote it.
	const load = <Value>(name: string, parse: (bytes: Uint8Array) => unknown = unpack) => {
		const known = kept.get(name) ?? read(name).then(parse);
		kept.set(name, known);
		known.catch(() => kept.delete(name));
		return known as Promise<Value>;
	};
	const about = () => load<About>(ABOUT);
	let lexicon: Lexicon | undefined;
	let index: { files: readonly string[]; made: SearchIndex } | undefined;

	/** The index of the terms that some ideas need. What was loaded before stays in. */
	async function indexFor(ideas: readonly Idea[]): Promise<SearchIndex> {
		const { terms } = await about();
		const words = ideas.flatMap((idea) => [
			...idea.terms,
			...idea.others.flatMap((other) => other.terms),
		]);
		return indexOf(words.map((word) => terms[shardOf(word)] ?? terms['*']));
	}

	async function indexOf(shards: readonly (string | undefined)[]): Promise<SearchIndex> {
		const { common } = await about();
		const before = index?.files ?? [];
		const files = [...new Set([...before, ...shards])].filter((name) => name !== undefined);
		if (index && files.length === before.length) return index.made;
		const [shared, ...parts] = await Promise.all([
			load<Common>(common, unpackPages),
			...files.map((name) => load<IndexData['index']>(name, unpackTerms)),
		]);
		const made = readIndex({ ...shared, index: parts.flat() });
		index = { files, made };
		return made;
	}

	async function cardsOf(found: readonly Found[]): Promise<Result[]> {
		const { cards, pages } = await about();
		const shared = await load<Common>((await about()).common, unpackPages);
		const places = new Map(
			Object.entries(shared.documentIds).map(([place, path]) => [String(path), Number(place)]),
		);
		return Promise.all(
			found.map(async (page) => {
				const place = places.get(page.path) ?? pages;
				const file = await load<Card[]>(cardsFile(Math.floor(place / cards)));
				const card = file[place % cards];
				if (!card) throw new Error(`The search index has no card of ${page.path}.`);
				return { ...page, ...card };
			}),
		);
	}

	return {
		about,
		async warm() {
			const { terms, common, pages, synonyms } = await about();
			lexicon ??= lexiconOf(synonyms);
			const files = Object.values(terms);
			if (files.length > 1) return void (await load<Common>(common, unpackPages));
			// One file of terms: it is made ready, with the only file of cards on its way.
			await Promise.all([indexOf(files), pages > 0 && load<Card[]>(cardsFile(0))]);
		},
		async ask(question, kinds) {
			lexicon ??= lexiconOf((await about()).synonyms);
			const ideas = readQuestion(question, lexicon);
			const answer = find(await indexFor(ideas), ideas);
			const passes = ({ kind }: Found) => !kinds?.length || kinds.includes(kind);
			return {
				ideas,
				found: answer.found.filter(passes),
				near: answer.near.filter(passes),
				unknown: answer.unknown,
				cards: cardsOf,
			};
		},
	};
}
