/** No supplier carries most of the high-tier patterns without a way out. */

import { tierOf } from '../judge/tier.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Rule } from '../model/rule.ts';

export const supplierConcentration: Rule = {
	id: 'supplier-concentration',
	phase: 'policy',
	severity: 'warning',
	summary:
		'No more high-tier patterns than the policy allows depend on one supplier without a fallback model.',
	why: 'When a supplier fails, changes its terms or withdraws, everything that depends on it alone stops on the same day.',
	source: 'Domain rule 22, project brief, section 4; we set the share',
	example: {
		in: 'patterns',
		fails: 'tier: high',
		passes: 'tier: medium',
	},
	*check(catalogue) {
		const { patterns, models, policy } = catalogue;
		const high = [...patterns.values()].filter(
			({ data }) => data.status !== 'withdrawn' && tierOf(data, policy) === 'high',
		);
		const bound = new Map<string, Entry<'patterns'>[]>();
		for (const pattern of high) {
			const supplier = onlySupplier(pattern, catalogue);
			if (supplier) bound.set(supplier, [...(bound.get(supplier) ?? []), pattern]);
		}
		for (const [supplier, patternsOnIt] of bound) {
			const share = (100 * patternsOnIt.length) / high.length;
			if (share <= policy.models.mostOnOneSupplier) continue;
			const names = patternsOnIt.map(({ id }) => id).join(', ');
			for (const entry of models.values()) {
				if (nameOf(entry.data.supplier) !== supplier) continue;
				if (!patternsOnIt.some(({ data }) => data.models[0] === entry.id)) continue;
				yield {
					entry,
					path: ['supplier'],
					message: `${patternsOnIt.length} of ${high.length} high-tier patterns depend on "${entry.data.supplier}" alone: ${names}.`,
					fix: 'Give the model a `fallback` from another supplier, or give the patterns a second model.',
				};
			}
		}
	},
};

/** The supplier a pattern rests on, or undefined where a model of another supplier can take over. */
function onlySupplier({ data }: Entry<'patterns'>, { models }: Catalogue): string | undefined {
	const aliases = data.models.flatMap((id) => models.get(id) ?? []);
	const fallbacks = aliases.flatMap(({ data: { fallback } }) =>
		fallback ? (models.get(fallback) ?? []) : [],
	);
	const suppliers = new Set(
		[...aliases, ...fallbacks].map(({ data: model }) => nameOf(model.supplier)),
	);
	return suppliers.size === 1 ? [...suppliers][0] : undefined;
}

const nameOf = (supplier: string) => supplier.trim().toLowerCase();
