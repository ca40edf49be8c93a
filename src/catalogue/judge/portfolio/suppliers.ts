/** Whether the high-tier uses rest on one supplier without a way out. */
import type { Catalogue } from '../../model/catalogue.ts';
import type { Flag } from './flags.ts';
import type { Use } from './uses.ts';

export interface Concentration {
	supplier: string;
	/** High-tier uses that depend on it alone. */
	uses: readonly Use[];
	/** High-tier uses in all. */
	of: number;
}

/** Suppliers with more of the high-tier uses than the policy allows; one use alone is no cluster. */
export function concentrations(uses: readonly Use[], catalogue: Catalogue): Concentration[] {
	const high = uses.filter(({ tier }) => tier === 'high');
	const bound = new Map<string, Use[]>();
	for (const use of high) {
		const supplier = onlySupplier(use, catalogue);
		if (supplier) bound.set(supplier, [...(bound.get(supplier) ?? []), use]);
	}
	const most = catalogue.policy.models.mostOnOneSupplier;
	return [...bound]
		.filter(([, found]) => found.length > 1 && (found.length / high.length) * 100 > most)
		.map(([supplier, found]) => ({ supplier, uses: found, of: high.length }));
}

/** Flags that belong to no single use. */
export function sharedFlags(uses: readonly Use[], catalogue: Catalogue): Flag[] {
	return concentrations(uses, catalogue).map(({ supplier, uses: found, of }) => ({
		kind: 'one-supplier',
		use: undefined,
		about: `${supplier} alone serves ${found.length} of ${of} high-tier uses. The policy allows ${catalogue.policy.models.mostOnOneSupplier}%.`,
		since: undefined,
		plan: undefined,
		who: { team: catalogue.organisation.council.team },
		by: undefined,
	}));
}

/** The supplier a use depends on, or undefined where a fallback of another one stands by. */
function onlySupplier({ entry }: Use, { models }: Catalogue): string | undefined {
	const { model: alias, fallback } = entry.data.model;
	const model = models.get(alias);
	const other = models.get(fallback ?? model?.data.fallback ?? '');
	const suppliers = [model, other].flatMap((one) => one?.data.supplier.trim() ?? []);
	const names = new Set(suppliers.map((name) => name.toLowerCase()));
	return names.size === 1 ? suppliers[0] : undefined;
}
