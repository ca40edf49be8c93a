/** The uses of AI that the portfolio counts, and what leaders ask of each. */
import type { UseMeasure } from '#schemas/use-case.ts';
import type { MeasureVerdict, ProofState, Tier } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { keeper } from '../../model/keep.ts';
import { patternBehind } from '../records/kept.ts';
import {
	headlineOf,
	measureVerdict,
	type Series,
	seriesOf,
	targetOf,
} from '../records/measures.ts';
import { proofCounts, subjectTier } from '../records/proof.ts';
import type { Range } from '../target.ts';
import { isDeclared, isInUse } from '../use/live.ts';
import { type Flag, flagsOf, isBad } from './flags.ts';

type UseCase = Entry<'use-cases'>;

/** What leaders ask of one use. */
export interface Use {
	entry: UseCase;
	pattern: Entry<'patterns'> | undefined;
	/** People rely on it today. */
	live: boolean;
	tier: Tier;
	/** The required controls by state; the sum is `required`. */
	controls: Record<ProofState, number> & { required: number };
	measure: UseMeasure;
	series: Series;
	target: Range | undefined;
	verdict: MeasureVerdict;
	flags: readonly Flag[];
}

const keepUses = keeper<readonly Use[]>('portfolio');
const keepUse = keeper<Use>('use in the portfolio');

/** Every use that counts, the one with most red flags first. */
export function usesOf(catalogue: Catalogue): readonly Use[] {
	return keepUses(catalogue, '', () => {
		const declared = [...catalogue['use-cases'].values()].filter(isDeclared);
		return declared.map((entry) => useOf(entry, catalogue)).sort(worstFirst);
	});
}

/** Those that people use today. */
export const liveUses = (catalogue: Catalogue): readonly Use[] =>
	usesOf(catalogue).filter(({ live }) => live);

/** What is known of one use today. */
export function useOf(entry: UseCase, catalogue: Catalogue): Use {
	return keepUse(catalogue, entry.id, () => workOut(entry, catalogue));
}

function workOut(entry: UseCase, catalogue: Catalogue): Use {
	const pattern = patternBehind(entry, catalogue);
	const measure = headlineOf(entry);
	const series = seriesOf(entry, measure, catalogue);
	return {
		entry,
		pattern,
		live: isInUse(entry, catalogue.today),
		tier: pattern ? subjectTier(entry, pattern, catalogue) : entry.data.tier,
		controls: proofCounts(entry, catalogue),
		measure,
		series,
		target: targetOf(measure, series, catalogue),
		verdict: measureVerdict(entry, measure, catalogue),
		flags: flagsOf(entry, catalogue),
	};
}

const serious = ({ flags }: Use) => flags.filter(isBad).length;

function worstFirst(a: Use, b: Use): number {
	return (
		serious(b) - serious(a) ||
		b.flags.length - a.flags.length ||
		Number(b.live) - Number(a.live) ||
		compare(a.entry.data.title, b.entry.data.title) ||
		compare(a.entry.id, b.entry.id)
	);
}
