/** An id that a text names as one exists: "the control `human-override`". */
import { type CollectionName, collectionNames, collections } from '#schemas/index.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { tombstoneOf } from '../model/withdrawn.ts';
import { didYouMean } from '../words/suggest.ts';

/** What a text calls an entry of each collection. */
const NOUNS = new Map<string, CollectionName>(
	collectionNames
		.filter((name) => collections[name].pages)
		.map((name) => [collections[name].singular, name]),
);
const ANY = [...NOUNS.keys()].join('|');
/** Marked ids are rare, and quick to find; what stands on either side is looked at then. */
const MARKED = /`([a-z0-9]+(?:-[a-z0-9]+)+)`/gi;
const BEFORE = new RegExp(`\\b(${ANY})s? $`, 'i');
const AFTER = new RegExp(`^ (${ANY})\\b`, 'i');
/** No noun is longer, with its plural and a space. */
const REACH = Math.max(...[...NOUNS.keys()].map(({ length }) => length)) + 3;

export const idsInText: Rule = {
	id: 'ids-in-text',
	phase: 'structure',
	severity: 'warning',
	summary: 'If a text calls an id a control, a risk or another kind of entry, that entry exists.',
	why: 'A text that names `human-overide` sends the reader to look for an entry that does not exist. No link breaks, so nobody notices.',
	source: 'Domain rule 20, references resolve',
	example: {
		in: 'controls',
		part: 'body',
		fails: 'Compare the control `access-log-keeping`.',
		passes: 'Compare the control `logging`.',
	},
	*check(catalogue) {
		for (const [name, map] of Object.entries(catalogue.all)) {
			if (['cases', 'prompts', 'releases', 'approvals'].includes(name)) continue;
			const entries: Iterable<Entry> = map.values();
			for (const entry of entries)
				if (entry.source.includes('`')) yield* unknownIn(entry, catalogue);
		}
	},
};

function* unknownIn(entry: Entry, catalogue: Catalogue): Generator<Problem> {
	const { source } = entry;
	for (const { index, 0: marked, 1: id = '' } of source.matchAll(MARKED)) {
		const end = index + marked.length;
		const noun =
			BEFORE.exec(source.slice(Math.max(index - REACH, 0), index))?.[1] ??
			AFTER.exec(source.slice(end, end + REACH))?.[1];
		const collection = noun && NOUNS.get(noun.toLowerCase());
		if (!collection || catalogue.knows(collection, id)) continue;
		if (tombstoneOf(collection, id, catalogue)) continue;
		const message = `the text names the ${noun.toLowerCase()} "${id}", which does not exist.`;
		const fix = didYouMean(
			id,
			catalogue.ids(collection),
			`Use one of the ${collections[collection].plural}, or leave out the marks.`,
		);
		const before = source.slice(0, index).split('\n');
		const spot = { line: before.length, column: (before.at(-1) ?? '').length + 2 };
		yield { entry, spot, message, fix };
	}
}
