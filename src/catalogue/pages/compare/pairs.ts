/** Pairs of patterns that readers confuse, as the authors of the patterns say. */
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { type Block, link, table, type Words } from '../blocks.ts';
import { comparePath } from './address.ts';

/** Pairs on the page; the page of each pattern has its own. */
const MOST_PAIRS = 40;

interface Pair {
	one: Entry<'patterns'>;
	other: Entry<'patterns'>;
	why: string;
}

/** Each pair once, with the first reason that one of the two gives. */
export function confusedPairs({ patterns }: Pick<Catalogue, 'patterns'>): Pair[] {
	const pairs = new Map<string, Pair>();
	for (const one of patterns.values()) {
		const { doNotUseWhen, related } = one.data;
		const named = [
			...doNotUseWhen.flatMap(({ instead, case: why }) => (instead ? [{ id: instead, why }] : [])),
			...related.map(({ pattern, why }) => ({ id: pattern, why })),
		];
		for (const { id, why } of named) {
			const other = patterns.get(id);
			const key = [one.id, id].sort().join(' ');
			if (other && other !== one && !pairs.has(key)) pairs.set(key, { one, other, why });
		}
	}
	return [...pairs.values()].slice(0, MOST_PAIRS);
}

/** The pairs as a table; the last column needs the script that compares. */
export function pairsTable(catalogue: Pick<Catalogue, 'patterns'>): Block | undefined {
	const pairs = confusedPairs(catalogue);
	if (pairs.length === 0) return undefined;
	const named = ({ id, data }: Entry<'patterns'>): Words => link(data.title, `/patterns/${id}/`);
	return table(
		'Patterns that people compare',
		['Pattern', 'Other pattern', 'When the other one matters', 'Side by side'],
		pairs.map(({ one, other, why }) => [
			named(one),
			named(other),
			why,
			link('Compare', comparePath([one.id, other.id])),
		]),
	);
}
