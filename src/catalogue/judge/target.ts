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
 * The range that a threshold begins with: "At least 90 %", "5 to 15 %"; else undefined, as a figure
 * further on may be of a part of the cases.
 */
export function goodIn(text: string): Range | undefined {
	const [clause = ''] = text.split(/[:;]|\.(?:\s|$)/);
	const number = '(-?\\d+(?:\\.\\d+)?)';
	const range = new RegExp(`^(?:between )?${number}(?: ?%)? (?:to|and) ${number}`, 'i').exec(
		clause,
	);
	if (range) return { from: Number(range[1]), to: Number(range[2]) };
	const least = new RegExp(`^(?:at least|over|above|more than) ${number}`, 'i').exec(clause);
	if (least) return { from: Number(least[1]) };
	const most = '^(?:at most|under|below|less than|fewer than|no more than)';
	const upTo = new RegExp(`${most} ${number}`, 'i').exec(clause);
	return upTo ? { to: Number(upTo[1]) } : undefined;
}
