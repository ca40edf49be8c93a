/**
 * Compares the live week with the weeks frozen at release: what to review, and when to stop the
 * pattern.
 */
import { driftShape, findDrift, type Week } from './controls/drift-monitoring.ts';
import type { FollowUp } from './follow-up.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, number } from './policy/shape.ts';
import { Refusal } from './refusal.ts';
import type { Services } from './services.ts';

const shape = fields({
	review: driftShape,
	/** A rise of dropped or corrected lines by this many points stops the pattern. */
	holdPoints: number,
	/** Acceptance times are reported for this many organisers together, never for fewer. */
	organisersAtLeast: number,
});

export type Counted = Pick<
	FollowUp,
	'organiser' | 'kind' | 'lines' | 'dropped' | 'openedAt' | 'acceptedAt'
>;

export interface Weeks {
	/** The lists of this week, as they are now. */
	add: (list: Counted) => void;
	/** What to review, one sentence each. */
	review: () => string[];
	/** @throws Refusal if the week is so different that nothing more is drafted. */
	assertNoHold: () => void;
	/**
	 * Seconds per line, for everyone together; undefined if so few organisers would make it personal.
	 */
	secondsPerLine: () => number | undefined;
}

/** Add the lists of this process here, or those of your trace store once there is more than one. */
export function openWeeks({ root }: Pick<Services, 'root'>): Weeks {
	const { review, holdPoints, organisersAtLeast } = readPolicy(root, 'telemetry/drift.yaml', shape);
	const lists: Counted[] = [];
	return {
		add: (list) => void lists.push(list),
		review: () => findDrift(weekOf(lists), review),
		assertNoHold: () => {
			if (!review.frozen || lists.length === 0) return;
			const onlyRises = { ...review, risePoints: holdPoints, shareMoves: Infinity };
			const found = findDrift(weekOf(lists), onlyRises);
			if (found.length === 0) return;
			throw new Refusal('drift-monitoring', 'drift-hold', found.join(' '));
		},
		secondsPerLine: () => {
			const timed = lists.filter(({ openedAt, acceptedAt }) => openedAt && acceptedAt);
			const organisers = new Set(timed.map(({ organiser }) => organiser));
			if (organisers.size < organisersAtLeast) return undefined;
			const seconds = timed.reduce((sum, list) => sum + secondsToAccept(list), 0);
			const lines = timed.reduce((sum, list) => sum + list.lines.length, 0);
			return Math.round(seconds / Math.max(1, lines));
		},
	};
}

/** From opening the list to its last line. */
export const secondsToAccept = ({
	openedAt,
	acceptedAt,
}: Pick<Counted, 'openedAt' | 'acceptedAt'>): number =>
	openedAt && acceptedAt ? Math.round((acceptedAt.getTime() - openedAt.getTime()) / 1000) : 0;

/** Lines in per cent by kind of record: removed by the check, and changed by the organiser. */
export function weekOf(lists: readonly Counted[]): Week {
	const kinds = [...new Set(lists.map(({ kind }) => kind))];
	const all = lists.reduce((sum, { lines }) => sum + lines.length, 0);
	const open = lists.flatMap(({ lines }) =>
		lines.filter(({ drafted }) => drafted?.kind === 'action' && !drafted.owner),
	);
	const corrected = kinds.flatMap((kind) => {
		const own = lists.filter((list) => list.kind === kind);
		const dropped = own.reduce((sum, list) => sum + list.dropped, 0);
		const drafted = own.flatMap(({ lines }) => lines);
		const changed = drafted.filter(({ state }) => state !== 'open' && state !== 'accepted');
		return [
			[`${kind}, by the check`, percent(dropped, drafted.length + dropped)],
			[`${kind}, by the organiser`, percent(changed.length, drafted.length)],
		] as const;
	});
	return {
		share: { 'actions without an owner': percent(open.length, all) },
		corrected: Object.fromEntries(corrected),
	};
}

const percent = (part: number, whole: number) => (whole > 0 ? Math.round((part / whole) * 100) : 0);
