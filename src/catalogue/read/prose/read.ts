/** Prose and text fields of an entry, read once for all rules and kept between runs. */
import { collections } from '#schemas/index.ts';
import type { Cache } from '../../model/cache.ts';
import type { Entry } from '../../model/catalogue.ts';
import type { Range } from '../../model/finding.ts';
import type { Path } from '../../model/schema-walk.ts';
import { sourceDigest } from '../../model/source-digest.ts';
import { explainedIn, sentencesOf, shortFormsIn } from '../../words/sentences.ts';
import { keyUnder } from '../cache.ts';
import { type Body, type Passage, readBody } from './body.ts';
import { textsOf } from './fields.ts';

/** The most words of a sentence. */
export const MOST_WORDS = 40;

/** A place in a text field or in the prose. */
export type TextPlace = { path: Path } | { spot: Range };

export interface Wording extends Pick<Body, 'links' | 'images'> {
	/** Sentences of more than the most words. */
	long: (TextPlace & { words: number; start: string })[];
	/** Short forms that the entry does not explain, each once. */
	unexplained: (TextPlace & { word: string })[];
}

const NOTHING: Wording = { links: [], images: [], long: [], unexplained: [] };
const known = new WeakMap<Entry, Wording>();

/** What the rules about words need of an entry; nothing of one that holds data only. */
export function wordingOf(entry: Entry, cache: Cache): Wording {
	const { format } = collections[entry.collection];
	if (format === 'yaml' || collections[entry.collection].frozen) return NOTHING;
	const read = known.get(entry);
	if (read) return read;
	const key = keyUnder(sourceDigest(entry), 'wording', entry.collection);
	// The key names the text and, through the cache, this code, so what is kept is a wording.
	const kept = cache.get(key) as Wording | undefined;
	const wording = kept ?? readWording(entry);
	if (!kept) cache.set(key, wording);
	known.set(entry, wording);
	return wording;
}

/** A text for a reader, and the place of a character of it. */
export interface PlacedText {
	text: string;
	/** Whether its sentences count. */
	runs: boolean;
	at: (index: number) => TextPlace;
}

/** Every text of an entry that people read: its fields, then its prose. */
export function placedTexts(entry: Entry, { passages }: Pick<Body, 'passages'>): PlacedText[] {
	const fields = textsOf(entry).map(({ path, text }) => ({
		text,
		runs: true,
		at: () => ({ path }),
	}));
	const lines = entry.source.split('\n');
	const prose = passages.map((passage) => ({
		...passage,
		at: (index: number) => ({ spot: spotIn(lines, passage, index) }),
	}));
	return [...fields, ...prose];
}

/** The prose of an entry. The text of a prompt is written for a model: only its data is for people. */
export function bodyOf(entry: Entry): Body {
	const hasProse = collections[entry.collection].format === 'mdx';
	return hasProse ? readBody(entry) : { links: [], images: [], passages: [], code: [] };
}

/** What every short form has; most texts hold none, and to look for each form in all of them is slow. */
const CAPITALS = /[A-Z]{2}/;

function readWording(entry: Entry): Wording {
	const body = bodyOf(entry);
	const wording: Wording = { links: body.links, images: body.images, long: [], unexplained: [] };
	const texts = placedTexts(entry, body);
	const seen = new Set(texts.flatMap(({ text }) => (CAPITALS.test(text) ? explainedIn(text) : [])));
	for (const { text, runs, at } of texts) {
		for (const { word, index } of CAPITALS.test(text) ? shortFormsIn(text) : []) {
			if (seen.has(word)) continue;
			seen.add(word);
			wording.unexplained.push({ word, ...at(index) });
		}
		// Each word takes a letter and a space.
		if (!runs || text.length <= 2 * MOST_WORDS) continue;
		for (const { text: sentence, words, index } of sentencesOf(text)) {
			if (words <= MOST_WORDS) continue;
			const start = sentence.split(/\s+/).slice(0, 6).join(' ');
			wording.long.push({ words, start, ...at(index) });
		}
	}
	return wording;
}

/**
 * Where a character of a passage stands in the file. Its line is sure; marks such as ** are not in
 * the words, so the column is that of the next word on the line.
 */
function spotIn(lines: readonly string[], { line, column, text }: Passage, index: number): Range {
	const down = text.slice(0, index).split('\n').length - 1;
	const word = /^[\p{L}\p{N}]+/u.exec(text.slice(index))?.[0] ?? '';
	const from = down === 0 ? column - 1 : 0;
	const found = word ? (lines[line + down - 1] ?? '').indexOf(word, from) : -1;
	return { line: line + down, column: found === -1 ? from + 1 : found + 1 };
}
