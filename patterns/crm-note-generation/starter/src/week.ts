/**
 * Compares the live week with the last release: edited lines, lines without support, abstentions.
 */
import type { About } from './intake.ts';
import { fields, number, optional, record } from './policy/shape.ts';

export const CONTROL = 'drift-monitoring';

/** telemetry/drift.yaml. */
export const weekShape = fields({
	/** A rise by more than this many points opens a ticket on the same day. */
	risePoints: number,
	/** Shares of the last release in per cent; none before the first one. */
	frozen: optional(record(number)),
});
export type WeekPolicy = ReturnType<typeof weekShape>;

/** One request that reached the drafting model. */
export interface Outcome {
	kind: About['kind'];
	abstained: boolean;
	lines: number;
	unsupported: number;
	edited: number;
}

/** Shares in per cent, of all and by kind of interaction. */
export function sharesOfWeek(outcomes: readonly Outcome[]): Record<string, number> {
	const kinds = [...new Set(outcomes.map(({ kind }) => kind))].sort();
	const parts = [
		['', outcomes] as const,
		...kinds.map((kind) => [` (${kind})`, outcomes.filter((one) => one.kind === kind)] as const),
	];
	return Object.fromEntries(
		parts.flatMap(([of, part]) => {
			const lines = sum(part, 'lines');
			return [
				[`edited lines${of}`, percent(sum(part, 'edited'), lines)],
				[`unsupported lines${of}`, percent(sum(part, 'unsupported'), lines)],
				[`abstentions${of}`, percent(part.filter((one) => one.abstained).length, part.length)],
			];
		}),
	);
}

/**
 * What opens a ticket, one sentence each. If nothing is frozen it says so: silence would read as
 * "no drift".
 */
export function findRises(
	live: Readonly<Record<string, number>>,
	{ risePoints, frozen }: WeekPolicy,
): string[] {
	if (!frozen) return ['No week is frozen yet: set `frozen` in telemetry/drift.yaml at release.'];
	return Object.entries(frozen)
		.filter(([name, before]) => (live[name] ?? 0) - before > risePoints)
		.map(([name, before]) => `${name}: ${live[name]}%, ${before}% at the last release.`);
}

const percent = (part: number, of: number) => (of === 0 ? 0 : Math.round((part / of) * 100));
const sum = (part: readonly Outcome[], field: 'lines' | 'unsupported' | 'edited') =>
	part.reduce((total, one) => total + one[field], 0);
