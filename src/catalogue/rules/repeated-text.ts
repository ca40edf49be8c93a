/** The same sentence does not fill many fields: what answers every question answers none. */
import type { Entry } from '../model/catalogue.ts';
import { MARK } from '../model/marker.ts';
import type { Problem, Rule } from '../model/rule.ts';
import type { Path } from '../model/schema-walk.ts';
import { textsOf } from '../read/prose/fields.ts';
import { ofEntry } from './of-entry.ts';

/** Shorter texts are names, which may well return. */
const LEAST = 25;
const LEAST_WORDS = 5;
/** Two fields may say the same for a reason; from the third on somebody pasted. */
const MOST = 2;

/** Fields that name where something is: the same report may serve several rows. */
const PLACES = new Set(['source', 'measure', 'who', 'by', 'alert', 'doneWhen', 'note']);

/** Names that others gave, and what was recorded month by month. */
const OTHERS = new Set(['frameworks', 'cases', 'records']);

export const repeatedText: Rule = {
	id: 'repeated-text',
	phase: 'structure',
	severity: 'error',
	keeps: true,
	summary: 'No sentence is in more than two fields of an entry, and no text repeats the same word.',
	why: 'A form can be filled by pasting one sentence everywhere. It passes every length limit and answers none of the questions.',
	source: 'Our own rule. A check must not let pasted text pass',
	example: {
		in: 'controls',
		fails:
			'pitfalls:\n  - Teams do not follow it in the first weeks.\n  - Teams do not follow it in the first weeks.\n  - Teams do not follow it in the first weeks.',
		passes:
			'pitfalls:\n  - Teams do not follow it in the first weeks.\n  - Nobody reads the log that it writes.',
	},
	*check({ all }, cache) {
		for (const [collection, map] of Object.entries(all)) {
			if (OTHERS.has(collection)) continue;
			const entries: Iterable<Entry> = map.values();
			for (const entry of entries)
				yield* ofEntry('repeated-text', entry, cache, () => repeatedIn(entry));
		}
	},
};

function* repeatedIn(entry: Entry): Generator<Problem> {
	const found = new Map<string, Path[]>();
	for (const { path, text } of textsOf(entry)) {
		// What is left to fill says so itself.
		if (text.startsWith(MARK)) continue;
		const empty = sayingNothing(text);
		if (empty) {
			const message = `"${shorten(text)}" ${empty}.`;
			yield { entry, path, message, fix: 'Write what the field asks for, or leave out the field.' };
			continue;
		}
		if (PLACES.has(String(path.findLast((key) => typeof key === 'string')))) continue;
		for (const sentence of sentences(text)) {
			const paths = found.get(sentence) ?? [];
			found.set(sentence, [...paths, path]);
		}
	}
	for (const [sentence, paths] of found) {
		const third = paths[MOST];
		if (!third) continue;
		const message = `"${shorten(sentence)}" is in ${paths.length} fields.`;
		const fix = 'Answer each field in its own words, or leave out a field that is not needed.';
		yield { entry, path: third, message, fix };
	}
}

/** The sentences of a text, without differences of case, spaces and full stops. */
function sentences(text: string): string[] {
	const parts = text.split(/(?<=[.!?;])\s+/).map((part) =>
		part
			.toLowerCase()
			.replace(/\s+/g, ' ')
			.replace(/[.!?;]+$/, '')
			.trim(),
	);
	return [...new Set(parts)].filter(
		(part) => part.length >= LEAST && part.split(' ').length >= LEAST_WORDS,
	);
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}...` : text);

/** How a text fills a field without words of its own; undefined for one that may say something. */
function sayingNothing(text: string): string | undefined {
	if (/(\p{L})\1{7}/u.test(text)) return 'repeats one letter';
	const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
	return words.length >= 6 && new Set(words).size * 3 <= words.length
		? 'repeats the same words'
		: undefined;
}
