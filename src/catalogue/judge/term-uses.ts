/** Which entries use a term of the glossary, in their prose or in a sentence of their data. */
import type { GlossaryTerm } from '#schemas/glossary.ts';
import { pagedCollections } from '#schemas/index.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { compare } from '../model/finding.ts';
import { glossaryTerms, namesOf } from '../model/glossary.ts';
import { type Named, termFinder } from '../words/term-finder.ts';

/** Where a newcomer reads first; a term is shown in these before all others. */
const FIRST = ['guides', 'patterns'] as const;

export interface UseOptions {
	/** Most entries of a term. */
	most: number;
	/** Entries that are read at most. */
	within?: number;
	/** The terms to look for; all unless told. */
	terms?: readonly GlossaryTerm[];
}

/**
 * The first entries that use each term, at most so many; a term that none uses is left out.
 *
 * Most terms are found in the first few entries, and those that are found enough are not looked for
 * again, so a large catalogue is seldom read to its end.
 */
export function termUses(
	catalogue: Catalogue,
	{ most, within = Number.POSITIVE_INFINITY, terms = glossaryTerms(catalogue) }: UseOptions,
): Map<string, Entry[]> {
	const uses = new Map<string, Entry[]>();
	let open = terms.map(namesOf);
	let find = termFinder(open);
	let maySay = quickLook(open);
	let read = 0;
	for (const entry of entriesOf(catalogue)) {
		read += 1;
		if (open.length === 0 || read > within) break;
		if (!maySay(entry)) continue;
		const found = new Set<string>();
		for (const text of sentencesOf(entry)) for (const { id } of find(text)) found.add(id);
		for (const id of found) uses.set(id, [...(uses.get(id) ?? []), entry]);
		const left = open.filter(({ id }) => (uses.get(id)?.length ?? 0) < most);
		if (left.length === open.length) continue;
		open = left;
		find = termFinder(open);
		maySay = quickLook(open);
	}
	return uses;
}

/** Few terms are looked for in the file first, which is read faster than its sentences. */
function quickLook(open: readonly Named[]): (entry: Entry) => boolean {
	if (open.length > 10) return () => true;
	// Without its last letter a name is found in the plural too; a line may break between words.
	const stems = open.flatMap(({ names }) =>
		names.map((name) => (/^[\w ]+/.exec(name.slice(0, -1))?.[0] ?? '').split(/ +/).join('\\s+')),
	);
	const pattern = new RegExp(stems.join('|'), 'i');
	return ({ source }) => pattern.test(source);
}

function* entriesOf({ all }: Catalogue): Generator<Entry> {
	const rest = pagedCollections.filter((name) => !FIRST.some((first) => first === name));
	for (const name of [...FIRST, ...rest]) {
		const entries: Entry[] = [...all[name].values()];
		yield* entries.sort((a, b) => compare(a.id, b.id));
	}
}

/** The prose of an entry, and every text of its data that has a space: others are ids and names. */
function* sentencesOf({ body, data }: Entry): Generator<string> {
	yield body;
	const values: unknown[] = [data];
	for (const value of values) {
		if (typeof value === 'string') {
			if (value.includes(' ')) yield value;
		} else if (typeof value === 'object' && value !== null) {
			for (const part of Object.values(value)) values.push(part);
		}
	}
}
