/** Whether a measured value is where its target says it should be. */
import type { Target } from '#schemas/measure.ts';
import type { Metric } from '#schemas/metric.ts';

/** Values that count as reached; open at an end that is not given. */
export interface Range {
	from?: number;
	to?: number;
}

/** A target as a range; undefined for a share of a baseline that has not been taken. */
export function rangeOf(
	target: Target,
	baseline: number | undefined,
	direction: Metric['direction'],
): Range | undefined {
	if ('atLeast' in target) return { from: target.atLeast };
	if ('atMost' in target) return { to: target.atMost };
	if ('from' in target) return target;
	if (baseline === undefined) return undefined;
	const share = target.improveBy / 100;
	return direction === 'lower' ? { to: baseline * (1 - share) } : { from: baseline * (1 + share) };
}

/** Whether a value lies in a range. */
export function holds(value: number, { from = -Infinity, to = Infinity }: Range): boolean {
	return value >= from && value <= to;
}

/**
 * The range that a threshold opens with: "At least 90%", "Right in at least 85% of 200 cases", "5 to
 * 15%". Undefined where it is of another thing than the value itself: a part of the cases, a step
 * from the baseline, or one of two cases ("where a person waits; for work in the background ...").
 */
export function goodIn(text: string): Range | undefined {
	const [clause = ''] = text.split(/[:;]|\.(?:\s|$)/);
	if (ANOTHER.test(clause) || OF_TWO.test(text)) return undefined;
	const range = RANGE.exec(clause);
	if (range) return { from: Number(range[1]), to: Number(range[2]) };
	const [first, second] = clause.matchAll(COMPARED);
	// Words may stand before the one comparison; before the first of two they name its part.
	const opens =
		first && (first.index === 0 || (!second && !/\d/.test(clause.slice(0, first.index))));
	if (!first || !opens) return undefined;
	const value = Number(first[2]);
	return LEAST.test(first[1] ?? '') ? { from: value } : { to: value };
}

const NUMBER = '(-?\\d+(?:\\.\\d+)?)';
const RANGE = new RegExp(`^(?:between )?${NUMBER}(?: ?%)? (?:to|and) ${NUMBER}`, 'i');
const COMPARED = new RegExp(
	`\\b(at least|over|above|more than|at most|under|below|less than|fewer than|no more than) ${NUMBER}`,
	'gi',
);
const LEAST = /^(?:at least|over|above|more than)$/i;
const ANOTHER =
	/\d ?%? (?:times|twice|points?|below|above|better|higher|lower|more|less|fewer)\b|\bbaseline\b|\bof \w+ (?:is|are)\b/i;
const OF_TWO = /\b(?:where|if|when)\b[^:.;]*[.;] (?:for|elsewhere|otherwise|where|if|in)\b/i;
