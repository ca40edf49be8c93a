/** A link to a part of a page leads to a part that is there. */
import { anchorsOf, headingIds } from '../model/anchors.ts';
import { type Catalogue, type Entry, isCollection } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { suggest } from '../words/suggest.ts';

export const fragments: Rule = {
	id: 'fragments',
	phase: 'structure',
	severity: 'error',
	summary: 'Every link to a part of a page (#name) leads to a part that exists.',
	why: 'A link to a renamed heading opens the page at the top. The reader has to guess which part was meant.',
	source: 'Our own rule. What contributors write is what readers get',
	example: {
		in: 'controls',
		part: 'body',
		fails: 'See [the signs](#the-signs).\n\n## Signs\n\nText is repeated.',
		passes: 'See [the signs](#signs).\n\n## Signs\n\nText is repeated.',
	},
	*check(catalogue) {
		for (const map of Object.values(catalogue.all)) {
			const entries: Iterable<Entry> = map.values();
			for (const entry of entries) yield* deadIn(entry, catalogue);
		}
	},
};

function* deadIn(entry: Entry, catalogue: Catalogue): Generator<Problem> {
	for (const { to, name, ...spot } of entry.fragments) {
		const target = to ? entryAt(to, catalogue) : entry;
		// A page that does not exist is told by another rule.
		if (!target) continue;
		const known = anchorsOf(target);
		if (known.has(name)) continue;
		const path = to ? `/${to.collection}/${to.id}/` : '';
		const near = suggest(name, [...headingIds(target.headings), ...known]);
		const headings = headingIds(target.headings).map((id) => `#${id}`);
		yield {
			entry,
			spot,
			message: `the link "${path}#${name}" does not lead to a part of ${to ? 'that' : 'this'} page.`,
			fix: near
				? `Did you mean "${path}#${near}"?`
				: headings.length > 0
					? `Its headings: ${headings.slice(0, 20).join(', ')}.`
					: 'It has no headings: link to the page itself.',
		};
	}
}

function entryAt(
	{ collection, id }: { collection: string; id: string },
	{ all }: Catalogue,
): Entry | undefined {
	if (!isCollection(collection)) return undefined;
	const map: ReadonlyMap<string, Entry> = all[collection];
	return map.get(id);
}
