// The main way through a drawing: what most cases go through, drawn thick.

import type { Architecture } from '#catalogue/diagram/types.ts';
import { readingOrder } from '#catalogue/diagram/words.ts';

/**
 * The longest chain of data flows that never goes back a step, as "from>to" of its flows.
 *
 * @example
 * mainPath(triage).has('new-case>intake') // => true
 */
export function mainPath({ nodes, flows }: Pick<Architecture, 'nodes' | 'flows'>): Set<string> {
	const order = readingOrder(nodes);
	const step = new Map(order.map((node) => [node.id, node.step]));
	const forward = flows.filter(({ from, to, kind }) => {
		const [a, b] = [step.get(from), step.get(to)];
		return kind === 'data' && from !== to && a !== undefined && b !== undefined && a <= b;
	});
	/** The best chain that ends at each node; steps only grow, so a few rounds settle it. */
	const best = new Map<string, string[]>(order.map(({ id }) => [id, []]));
	for (let round = 0; round < order.length; round += 1) {
		let changed = false;
		for (const { from, to } of forward) {
			const chain = best.get(from) ?? [];
			const loops = from === to || chain.some((flow) => flow.startsWith(`${to}>`));
			if (loops || chain.length + 1 <= (best.get(to)?.length ?? 0)) continue;
			best.set(to, [...chain, `${from}>${to}`]);
			changed = true;
		}
		if (!changed) break;
	}
	const longest = [...best.values()].reduce((a, b) => (b.length > a.length ? b : a), []);
	return new Set(longest);
}
