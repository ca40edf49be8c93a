/** Words that a plainer one replaces, as content/wording.yaml lists them. */
import { collections } from '#schemas/index.ts';
import type { Cache } from '../model/cache.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Rule } from '../model/rule.ts';
import { sourceDigest } from '../model/source-digest.ts';
import { keyUnder } from '../read/cache.ts';
import { bodyOf, placedTexts, type TextPlace } from '../read/prose/read.ts';
import { finderOf, type Hit } from '../words/avoid.ts';

/** Words found in an entry, with the sentence around them, by which the list may call them right. */
type Found = Pick<Hit, 'text' | 'better'> & { at: TextPlace; within: string };

export const betterWords: Rule = {
	id: 'better-words',
	phase: 'structure',
	severity: 'warning',
	keeps: true,
	summary: 'No text uses a word that content/wording.yaml says to avoid.',
	why: 'Readers come from many teams, often in a second language. A word that reads as translated, or that few people know, makes them read a sentence twice.',
	source: 'Our own rule, after the GOV.UK style guide',
	example: {
		in: 'controls',
		part: 'body',
		fails: 'The filter blocks one request in a hundred in vain.',
		passes: 'The filter blocks one request in a hundred for nothing.',
	},
	*check({ all, wording }, cache) {
		for (const list of wording.values()) {
			const { avoid, fine, later } = list.data;
			const find = finderFor(avoid);
			const version = sourceDigest(list);
			const needed = new Set<number>();
			const files = new Set<string>();
			for (const [name, map] of Object.entries(all)) {
				if (later.includes(name)) continue;
				const entries: Iterable<Entry> = map.values();
				for (const entry of entries) {
					files.add(entry.file);
					for (const { text, better, at, within } of foundIn(entry, find, version, cache)) {
						const exception = fine.findIndex(
							({ file, text: right }) => file === entry.file && within.includes(right),
						);
						if (exception !== -1) {
							needed.add(exception);
							continue;
						}
						const message = `"${text}" is on the list of words to avoid.`;
						const fix = `Write something like: ${better}. If it is right here, list it under fine in content/wording.yaml.`;
						yield { entry, ...at, message, fix };
					}
				}
			}
			for (const [index, { file }] of fine.entries()) {
				if (needed.has(index) || !files.has(file)) continue;
				const message = `${file} does not need this exception any more.`;
				yield { entry: list, path: ['fine', index], message, fix: 'Remove it.' };
			}
		}
	},
};

type Find = ReturnType<typeof finderOf>;

/** A list is read once, also where the rule is asked about one part of the catalogue after another. */
const finders = new WeakMap<object, Find>();

function finderFor(avoid: Parameters<typeof finderOf>[0]): Find {
	const find = finders.get(avoid) ?? finderOf(avoid);
	finders.set(avoid, find);
	return find;
}

/** What is found in an entry, kept under the digests of the entry and of the list. */
function foundIn(entry: Entry, find: Find, version: string, cache: Cache): readonly Found[] {
	const { format, frozen } = collections[entry.collection];
	if (format === 'yaml' || frozen) return [];
	const key = keyUnder(sourceDigest(entry), 'better-words', entry.collection, version);
	// The key names the text, the list and, through the cache, this code, so what is kept is such a list.
	const kept = cache.get(key) as readonly Found[] | undefined;
	if (kept) return kept;
	const found = placedTexts(entry, bodyOf(entry)).flatMap(({ text, at }) =>
		find(text).map(({ index, ...hit }) => ({ ...hit, at: at(index), within: text })),
	);
	cache.set(key, found);
	return found;
}
