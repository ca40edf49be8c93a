/** The figures that the catalogue works out itself: coverage, completeness, reuse and spend. */
import type { RecordOf } from '#schemas/record.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { packOf } from '../evidence/pack.ts';
import { type Kept, recordsOf } from '../records/kept.ts';
import { lastCheck } from './flags.ts';
import type { Use } from './uses.ts';

/** So many of so many; nothing can be said of none. */
export interface Part {
	done: number;
	of: number;
}

/** Required controls that are proven, over all uses. A waived control is not covered. */
export const controlCoverage = (uses: readonly Use[]): Part => ({
	done: uses.reduce((sum, { controls }) => sum + controls.proven, 0),
	of: uses.reduce((sum, { controls }) => sum + controls.required, 0),
});

/** Items of the evidence packs that are held, over all uses. */
export function evidenceCompleteness(uses: readonly Use[], catalogue: Catalogue): Part {
	const packs = uses.flatMap(({ entry }) => packOf(entry, catalogue) ?? []);
	return {
		done: packs.reduce((sum, { held }) => sum + held, 0),
		of: packs.reduce((sum, { items }) => sum + items.length, 0),
	};
}

export interface Reuse {
	pattern: Entry<'patterns'>;
	/** Live uses that keep what its approval fixes. */
	uses: readonly Use[];
}

/** Patterns with the uses in service that count for them, most used first. */
export function patternReuse(uses: readonly Use[], catalogue: Catalogue): Reuse[] {
	const patterns = [...catalogue.patterns.values()].filter(
		({ data }) => data.status !== 'withdrawn',
	);
	return patterns
		.map((pattern) => ({
			pattern,
			uses: uses.filter(
				(use) => use.live && use.pattern === pattern && !hasDrifted(use, catalogue),
			),
		}))
		.sort(
			(a, b) =>
				b.uses.length - a.uses.length || compare(a.pattern.data.title, b.pattern.data.title),
		);
}

/** A use that runs something else than what was approved is a variant, and not a use of the pattern. */
const hasDrifted = ({ entry }: Use, catalogue: Catalogue): boolean =>
	(lastCheck(entry, catalogue)?.record.parts ?? []).some(({ verdict }) => verdict === 'drift');

export interface Spending {
	/** The newest month for which a use has recorded spend. */
	period: string | undefined;
	rows: readonly { use: Use; spend: Kept<RecordOf<'spend'>> | undefined }[];
	/** By currency: amounts of different money are not added up. */
	totals: readonly { currency: string; amount: number; tasks: number; uses: number }[];
	hours: number | undefined;
}

/** What the uses cost and saved in the newest month. "Not recorded" is shown; it is not zero. */
export function spendingOf(uses: readonly Use[], catalogue: Catalogue): Spending {
	const all = uses.map((use) => spendsOf(use, catalogue));
	const period = all
		.flatMap((spends) => [...spends.keys()])
		.sort(compare)
		.at(-1);
	const rows = uses.map((use, at) => ({
		use,
		spend: period === undefined ? undefined : all[at]?.get(period),
	}));
	const totals = new Map<string, Spending['totals'][number]>();
	for (const { spend } of rows) {
		if (!spend) continue;
		const { amount, currency } = spend.record.cost;
		const before = totals.get(currency) ?? { currency, amount: 0, tasks: 0, uses: 0 };
		totals.set(currency, {
			currency,
			amount: before.amount + amount,
			tasks: before.tasks + spend.record.tasks,
			uses: before.uses + 1,
		});
	}
	const hours = rows.flatMap(({ spend }) => spend?.record.hours ?? []);
	return {
		period,
		rows: rows.sort(
			(a, b) => (b.spend?.record.cost.amount ?? -1) - (a.spend?.record.cost.amount ?? -1),
		),
		totals: [...totals.values()].sort((a, b) => compare(a.currency, b.currency)),
		hours: hours.length === 0 ? undefined : hours.reduce((sum, one) => sum + one, 0),
	};
}

/** What a use has spent by month. Spend is a fact of its month, whatever the version is today. */
const spendsOf = ({ entry }: Use, catalogue: Catalogue): Map<string, Kept<RecordOf<'spend'>>> =>
	new Map(
		recordsOf(entry, 'spend', catalogue)
			.filter(({ record }) => record.on <= catalogue.today)
			.map((kept) => [kept.record.period, kept]),
	);
