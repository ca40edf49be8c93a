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
const NAMED = new RegExp(
	`\\b(${[...NOUNS.keys()].join('|')})s? \`([a-z0-9]+(?:-[a-z0-9]+)+)\`|\`([a-z0-9]+(?:-[a-z0-9]+)+)\` (${[...NOUNS.keys()].join('|')})\\b`,
	'gi',
);

export const idsInText: Rule = {
	id: 'ids-in-text',
	phase: 'structure',
	severity: 'warning',
	summary: 'If a text calls an id a control, a risk or another kind of entry, that entry exists.',
	why: 'A text that names `human-overide` sends the reader to look for what nobody wrote. No link breaks, so nobody notices.',
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
	for (const [index, line] of entry.source.split('\n').entries()) {
		for (const match of line.matchAll(NAMED)) {
			const noun = (match[1] ?? match[4] ?? '').toLowerCase();
			const id = match[2] ?? match[3] ?? '';
			const collection = NOUNS.get(noun);
			if (!collection || catalogue.knows(collection, id)) continue;
			if (tombstoneOf(collection, id, catalogue)) continue;
			const column = match.index + match[0].indexOf(id) + 1;
			const message = `the text names the ${noun} "${id}", which does not exist.`;
			const known = catalogue.ids(collection);
			const fix = didYouMean(
				id,
				known,
				`Use one of the ${collections[collection].plural}, or leave out the marks.`,
			);
			yield { entry, spot: { line: index + 1, column }, message, fix };
		}
	}
}
