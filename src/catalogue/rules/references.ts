/** Every id that one entry writes about another must exist, in data and in prose. */
import { type Catalogue, type Entry, isCollection } from '../model/catalogue.ts';
import { referencesOf } from '../model/references.ts';
import { definerOf, hasRefused } from '../model/refused.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { tombstoneOf } from '../model/withdrawn.ts';
import { didYouMean } from '../words/suggest.ts';

export const referencesRule: Rule = {
	id: 'reference',
	phase: 'references',
	severity: 'error',
	summary: 'Every id belongs to an entry that exists, and every framework item is in its edition.',
	why: 'Readers follow links, and rules follow a control to its risk. An id that leads nowhere breaks both.',
	source: 'Domain rule 20, references resolve',
	example: {
		in: 'patterns',
		fails: 'prompts: [asks]',
		passes: 'prompts: [ask]',
	},
	*check(catalogue) {
		for (const map of Object.values(catalogue.all)) {
			for (const entry of map.values()) {
				yield* dataReferences(entry, catalogue);
				yield* bodyReferences(entry, catalogue);
			}
		}
	},
};

function* dataReferences(entry: Entry, catalogue: Catalogue): Generator<Problem> {
	for (const { path, to, id, kind } of referencesOf(entry)) {
		if (kind === 'item') {
			yield* frameworkItem(entry, path, to, id, catalogue);
			continue;
		}
		// What was withdrawn is told with its reason: rules/withdrawn-reference.ts.
		if (catalogue.knows(to, id) || tombstoneOf(to, id, catalogue)) continue;
		// The file that defines the ids was not accepted: it may well define this one.
		const definer = definerOf(to);
		if (definer && hasRefused(definer, catalogue)) continue;
		const ids = catalogue.ids(to);
		yield {
			entry,
			path,
			message: unknownId(to, id),
			fix: didYouMean(id, ids, `Known: ${list(ids)}.`),
		};
	}
}

function* frameworkItem(
	entry: Entry,
	path: Problem['path'] & object,
	framework: string,
	item: string,
	catalogue: Catalogue,
): Generator<Problem> {
	const found = catalogue.frameworks.get(framework);
	// An unknown framework is reported where it is named.
	if (!found) return;
	const known = itemIds(found.data.items);
	if (known.has(item)) return;
	yield {
		entry,
		path,
		message: `${found.data.title}, edition ${found.data.edition}, has no item "${item}".`,
		fix: didYouMean(
			item,
			[...known],
			`Copy the identifier from content/frameworks/${framework}.yaml.`,
		),
	};
}

const cache = new WeakMap<readonly { id: string }[], Set<string>>();

function itemIds(items: readonly { id: string }[]): Set<string> {
	const known = cache.get(items) ?? new Set(items.map(({ id }) => id));
	cache.set(items, known);
	return known;
}

const unknownId = (collection: string, id: string): string =>
	`no ${wordFor(collection)} has the id "${id}".`;

function* bodyReferences(entry: Entry, catalogue: Catalogue): Generator<Problem> {
	for (const { collection, id, line, column } of entry.bodyLinks) {
		const spot = { line, column };
		if (!isCollection(collection)) {
			const names = Object.keys(catalogue.all);
			const message = `the link /${collection}/${id}/ does not lead to a collection.`;
			yield {
				entry,
				spot,
				message,
				fix: didYouMean(collection, names, `Collections: ${names.join(', ')}.`),
			};
			continue;
		}
		if (catalogue.knows(collection, id) || tombstoneOf(collection, id, catalogue)) continue;
		const message = unknownId(collection, id);
		yield {
			entry,
			spot,
			message,
			fix: didYouMean(id, catalogue.ids(collection), 'Check the link.'),
		};
	}
}

const WORDS = new Map([['teams', 'team in content/organisation.yaml']]);

function wordFor(set: string): string {
	return WORDS.get(set) ?? set.replace(/ies$/, 'y').replace(/s$/, '');
}

const list = (ids: readonly string[]) =>
	ids.length > 12
		? `${ids.slice(0, 12).join(', ')} and ${ids.length - 12} more`
		: ids.join(', ') || 'none yet';
