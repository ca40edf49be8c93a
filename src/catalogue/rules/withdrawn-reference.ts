/** A reference to what was withdrawn: told with the reason and where to go instead. */
import { type Entry, isCollection } from '../model/catalogue.ts';
import { type Reference, referencesOf } from '../model/references.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { tombstoneOf } from '../model/withdrawn.ts';

export const withdrawnReference: Rule = {
	id: 'withdrawn-reference',
	phase: 'references',
	severity: 'error',
	summary: 'Nothing in the catalogue refers to a withdrawn entry.',
	why: 'A withdrawn entry must be turned off. If a pattern still refers to it, readers will keep using it.',
	source: 'Our own rule: withdrawn means turn it off',
	example: { in: 'controls', fails: 'mitigates: [old]', passes: 'mitigates: [leak]' },
	*check(catalogue) {
		const gone = (collection: string, id: string) =>
			catalogue.knows(collection, id) ? undefined : tombstoneOf(collection, id, catalogue);
		const told = (id: string, { because, withdrawn, successor }: Gone, isThere: boolean) => {
			const instead = isThere ? 'Remove it.' : `Cite "${successor}" instead.`;
			const fix = successor ? instead : 'Remove it. There is no successor.';
			return { message: `"${id}" was withdrawn on ${withdrawn}: ${because}`, fix };
		};
		for (const map of Object.values(catalogue.all)) {
			for (const entry of map.values()) {
				const references = referencesOf(entry);
				for (const reference of references) {
					const { path, to, id, kind } = reference;
					const stone = kind === 'id' ? gone(to, id)?.data : undefined;
					if (!stone) continue;
					const isThere =
						isSelf(entry, to, stone) ||
						references.some((one) => one.id === stone.successor && sameList(one, reference));
					yield { entry, path, ...told(id, stone, isThere) } satisfies Problem;
				}
				for (const { collection, id, line, column } of entry.bodyLinks) {
					const stone = isCollection(collection) ? gone(collection, id)?.data : undefined;
					if (!stone) continue;
					const isThere = isSelf(entry, collection, stone);
					yield { entry, spot: { line, column }, ...told(id, stone, isThere) };
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

/** Whether the successor is the entry that cites: it need not cite itself. */
const isSelf = (entry: Entry, collection: string, { successor }: Gone) =>
	entry.collection === collection && entry.id === successor;

/** Whether both stand at the same place of two items of one list. */
function sameList(one: Reference, other: Reference): boolean {
	const [a, b] = [listPlace(one), listPlace(other)];
	return one.to === other.to && a !== undefined && a === b;
}

/** The path with its last number left open; undefined outside any list. */
function listPlace({ path }: Reference): string | undefined {
	const at = path.findLastIndex((part) => typeof part === 'number');
	return at < 0 ? undefined : path.map((part, index) => (index === at ? '*' : part)).join('\0');
}
