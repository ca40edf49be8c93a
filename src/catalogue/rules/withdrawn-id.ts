/** A withdrawn id stays withdrawn: its address tells why, and nothing else may stand there. */
import { type CollectionName, collections } from '#schemas/index.ts';
import { type Catalogue, type Entry, isCollection } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { placeOfTombstone, tombstoneOf } from '../model/withdrawn.ts';
import { didYouMean } from '../words/suggest.ts';

export const withdrawnId: Rule = {
	id: 'withdrawn-id',
	phase: 'structure',
	severity: 'error',
	summary:
		'No entry uses a withdrawn id. A withdrawn entry belongs to a known collection, and its successor exists.',
	why: 'Teams keep links, and the record of what they copied names an id. If the id were used again, they would be told that their copy is fine, although the entry is a different one.',
	source: 'Our own rule: addresses never change',
	example: { in: 'withdrawn', fails: 'successor: leek', passes: 'successor: leak' },
	*check(catalogue) {
		for (const tombstone of catalogue.withdrawn.values()) {
			yield* placeKnown(tombstone);
			yield* idFree(tombstone, catalogue);
			yield* successorLives(tombstone, catalogue);
		}
		for (const map of Object.values(catalogue.all)) {
			for (const entry of map.values()) yield* notStillHere(entry);
		}
	},
};

/** Collections whose entries can be withdrawn: those that have an address. */
export const withdrawable = Object.entries(collections).flatMap(([name, { pages }]) =>
	// Object.entries loses the literal types that the registry has.
	pages ? [name as CollectionName] : [],
);

function* placeKnown(entry: Entry<'withdrawn'>): Generator<Problem> {
	const { collection } = placeOfTombstone(entry.id);
	if (withdrawable.some((name) => name === collection)) return;
	const otherwise = `Collections: ${withdrawable.join(', ')}.`;
	const message = `"${collection}" is not a collection whose entries you can withdraw.`;
	yield { entry, path: [], message, fix: didYouMean(collection, withdrawable, otherwise) };
}

function* idFree(tombstone: Entry<'withdrawn'>, { all }: Catalogue): Generator<Problem> {
	const { collection, id } = placeOfTombstone(tombstone.id);
	const map: ReadonlyMap<string, Entry> = isCollection(collection) ? all[collection] : new Map();
	const entry = map.get(id);
	if (!entry) return;
	const message = `the id "${id}" was withdrawn on ${tombstone.data.withdrawn}.`;
	yield {
		entry,
		path: [],
		message,
		fix: 'Use another id, because links to this one mean the old entry.',
	};
}

function* successorLives(entry: Entry<'withdrawn'>, catalogue: Catalogue): Generator<Problem> {
	const { successor } = entry.data;
	const { collection, id } = placeOfTombstone(entry.id);
	if (successor === undefined) return;
	const path = ['successor'];
	if (successor === id) {
		const message = `the successor of "${id}" is "${id}" itself.`;
		yield { entry, path, message, fix: 'Enter another id, or leave it out.' };
		return;
	}
	if (catalogue.knows(collection, successor)) return;
	const gone = tombstoneOf(collection, successor, catalogue);
	if (gone) {
		const next = gone.data.successor;
		const message = `the successor "${successor}" was withdrawn too.`;
		yield { entry, path, message, fix: next ? `Write ${next}.` : 'Leave it out.' };
		return;
	}
	const message = `the successor "${successor}" is not in ${collection}.`;
	const fix = didYouMean(successor, catalogue.ids(collection), 'Enter an id, or leave it out.');
	yield { entry, path, message, fix };
}

function* notStillHere(entry: Entry): Generator<Problem> {
	if (!('status' in entry.data) || entry.data.status !== 'withdrawn') return;
	const command = `npm run withdraw -- ${entry.collection}/${entry.id} --because "..."`;
	const message = 'status is "withdrawn", but the entry is still here.';
	yield { entry, path: ['status'], message, fix: `Run ${command}, or set status to deprecated.` };
}
