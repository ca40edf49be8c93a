/** A list of ids names each of them once. */
import { referencesOf } from '../model/references.ts';
import type { Rule } from '../model/rule.ts';
import type { Path } from '../model/schema-walk.ts';

/** Lists of a pattern in which each row is about another control or risk. */
const ROWS = new Map([
	['controls', 'control'],
	['risks', 'risk'],
]);

export const listedOnce: Rule = {
	id: 'listed-once',
	phase: 'references',
	severity: 'error',
	summary: 'A list names each control, risk, model, prompt or other entry once.',
	why: 'A control that is listed twice counts twice, and its two rows can contradict each other. Readers believe the first one they see.',
	source: 'Our own rule. What contributors write is what readers get',
	example: {
		in: 'controls',
		fails: 'mitigates: [leak, leak]',
		passes: 'mitigates: [leak]',
	},
	*check({ all }) {
		for (const map of Object.values(all)) {
			for (const entry of map.values()) {
				const seen = new Set<string>();
				for (const { path, to, id, kind } of referencesOf(entry)) {
					const list = listOf(path);
					if (kind === 'item' || !list) continue;
					const key = `${list} ${to} ${id}`;
					if (seen.has(key)) {
						const message = `"${id}" is listed twice in ${list}.`;
						yield { entry, path, message, fix: 'Delete one of the two, or merge them.' };
					}
					seen.add(key);
				}
			}
		}
	},
};

/** The list that a reference is an item of, or a row of; undefined for any other reference. */
function listOf(path: Path): string | undefined {
	const [list, index, field] = path;
	if (path.length === 3 && typeof index === 'number' && ROWS.get(String(list)) === field) {
		return String(list);
	}
	return typeof path.at(-1) === 'number' ? path.slice(0, -1).join('.') : undefined;
}
