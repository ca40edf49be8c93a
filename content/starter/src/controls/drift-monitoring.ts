/** Compares the live week with the weeks frozen at release, and says what to review. */
import { fields, number, optional, record } from '../policy/shape.ts';

export const CONTROL = 'drift-monitoring';

const weekShape = fields({
	/** Share of results by kind, in per cent. */
	share: record(number),
	/** Share of results that a person corrected, by kind or language, in per cent. */
	corrected: record(number),
});
export type Week = ReturnType<typeof weekShape>;

export const driftShape = fields({
	/** Corrections that rise by this many points open a review. */
	risePoints: number,
	/** A share that changes by this fraction of itself opens one too. */
	shareMoves: number,
	/** Average of the four weeks before release; none before the first one. */
	frozen: optional(weekShape),
});
export type DriftPolicy = ReturnType<typeof driftShape>;

/**
 * What to review, one sentence each. Without frozen weeks there is nothing to compare with, and the
 * answer says so: silence would read as "no drift".
 */
export function findDrift(live: Week, { frozen, risePoints, shareMoves }: DriftPolicy): string[] {
	if (!frozen) return ['No weeks are frozen yet. Set `frozen` in telemetry/drift.yaml at release.'];
	const rises = pairs(frozen.corrected, live.corrected)
		.filter(([, before, now]) => now - before >= risePoints)
		.map(([kind, before, now]) => `${kind}: ${now}% corrected, ${before}% when frozen.`);
	const moves = pairs(frozen.share, live.share)
		.filter(([, before, now]) => Math.abs(now - before) >= before * shareMoves && now !== before)
		.map(([kind, before, now]) => `${kind}: ${now}% of all, ${before}% when frozen.`);
	return [...rises, ...moves];
}

/** Every kind of either side. A kind that is missing on one side counts as none. */
function pairs(frozen: Readonly<Record<string, number>>, live: Readonly<Record<string, number>>) {
	const kinds = [...new Set([...Object.keys(frozen), ...Object.keys(live)])].sort();
	return kinds.map((kind) => [kind, frozen[kind] ?? 0, live[kind] ?? 0] as const);
}

/** Per cent of each word in a list. */
export function sharesOf(words: readonly string[]): Record<string, number> {
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return Object.fromEntries(
		[...counts].map(([word, count]) => [word, Math.round((count / words.length) * 100)]),
	);
}
