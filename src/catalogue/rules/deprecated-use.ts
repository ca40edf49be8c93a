/** A reference to a deprecated entry: it still works, and its days are counted. */
import { type CollectionName, collections } from '#schemas/index.ts';
import { type Catalogue, type Entry, isCollection } from '../model/catalogue.ts';
import { referencesOf } from '../model/references.ts';
import type { Problem, Rule } from '../model/rule.ts';

export const deprecatedUse: Rule = {
	id: 'deprecated-use',
	phase: 'structure',
	severity: 'warning',
	summary: 'An entry in use does not cite a deprecated entry.',
	why: 'Deprecated means no new use. If you cite it, you send readers to something that they will soon have to leave.',
	source: 'Our own rule: each status tells teams what to do',
	example: {
		in: 'risks',
		part: 'body',
		given: [{ in: 'guides', data: 'status: deprecated' }],
		fails: 'Read [how to start](/guides/start/) first.',
		passes: 'Read [how to log](/controls/logging/) first.',
	},
	*check(catalogue) {
		for (const map of Object.values(catalogue.all)) {
			for (const entry of map.values()) {
				if (!isDeprecated(entry)) yield* usesOf(entry, catalogue);
			}
		}
	},
};

function* usesOf(entry: Entry, catalogue: Catalogue): Generator<Problem> {
	for (const { path, to, id, kind } of referencesOf(entry)) {
		if (kind === 'item' || !isCollection(to)) continue;
		const words = warning(entry, to, id, catalogue);
		if (words) yield { entry, path, ...words };
	}
	for (const { collection, id, line, column } of entry.bodyLinks) {
		if (!isCollection(collection)) continue;
		const words = warning(entry, collection, id, catalogue);
		if (words) yield { entry, spot: { line, column }, ...words };
	}
}

function warning(entry: Entry, to: CollectionName, id: string, { all }: Catalogue) {
	const map: ReadonlyMap<string, Entry> = all[to];
	const used = map.get(id);
	if (!used || !isDeprecated(used)) return undefined;
	const successor = 'successor' in used.data ? used.data.successor : undefined;
	// The successor may tell where it comes from.
	if (entry.collection === to && entry.id === successor) return undefined;
	return {
		message: `the ${collections[to].singular} "${id}" is deprecated.`,
		fix: successor ? `Cite "${successor}" instead.` : 'Plan to do without it. It has no successor.',
	};
}

const isDeprecated = ({ data }: Entry) => 'status' in data && data.status === 'deprecated';
