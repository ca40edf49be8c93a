/** A reference to what was withdrawn: told with the reason and where to go instead. */
import { isCollection, referencesOf } from '../catalogue.ts';
import { tombstoneOf } from '../withdrawn.ts';
import type { Problem, Rule } from './engine.ts';

export const withdrawnReference: Rule = {
	id: 'withdrawn-reference',
	phase: 'references',
	severity: 'error',
	summary: 'Nothing that stands cites what was withdrawn.',
	why: 'What was withdrawn must be turned off. A pattern that still cites it would pass the order to keep using it on to everyone who reads it.',
	source: 'Ours: withdrawn means turn it off',
	example: { in: 'controls', fails: 'mitigates: [old]', passes: 'mitigates: [leak]' },
	*check(catalogue) {
		const gone = (collection: string, id: string) =>
			catalogue.knows(collection, id) ? undefined : tombstoneOf(collection, id, catalogue);
		const told = (id: string, { because, withdrawn, successor }: Gone) => ({
			message: `"${id}" was withdrawn on ${withdrawn}: ${because}`,
			fix: successor ? `Cite "${successor}" instead.` : 'Take it out; there is no successor.',
		});
		for (const map of Object.values(catalogue.all)) {
			for (const entry of map.values()) {
				for (const { path, to, id, kind } of referencesOf(entry)) {
					const tombstone = kind === 'id' ? gone(to, id) : undefined;
					if (tombstone) yield { entry, path, ...told(id, tombstone.data) } satisfies Problem;
				}
				for (const { collection, id, line, column } of entry.bodyLinks) {
					const tombstone = isCollection(collection) ? gone(collection, id) : undefined;
					if (!tombstone) continue;
					yield { entry, spot: { line, column }, ...told(id, tombstone.data) };
				}
			}
		}
	},
};

interface Gone {
	because: string;
	withdrawn: string;
	successor?: string | undefined;
}
