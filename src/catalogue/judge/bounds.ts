/** Which values a unit can have, and whether a target can be missed and met. */
import type { Target } from '#schemas/measure.ts';
import type { Metric } from '#schemas/metric.ts';

export interface Bounds {
	min: number;
	max: number;
	/** Beyond it a value is possible, and a slip all the same: a wait of thirty years. */
	most?: number;
}

/**
 * The smallest and largest value of a unit, from its words.
 *
 * @example
 * boundsOf('% of tasks') // => { min: 0, max: 100 }
 * boundsOf('score from 1 to 5') // => { min: 1, max: 5 }
 */
export function boundsOf(unit: string): Bounds {
	const words = unit.toLowerCase();
	const scale = /(?<![\d.,-])(-?\d+(?:\.\d+)?)\s*(?:to|[-\u2013\u2014])\s*(\d+(?:\.\d+)?)/.exec(
		words,
	);
	if (scale) return { min: Number(scale[1]), max: Number(scale[2]) };
	const best = /(?:\bout of|\bof|\/)\s*(\d+)$/.exec(words)?.[1];
	if (best) return { min: 0, max: Number(best) };
	if (/change|difference|delta|points|growth|net\b/.test(words)) {
		return { min: -Infinity, max: Infinity };
	}
	if (/^(?:%|per ?cent|share\b|proportion\b)/.test(words)) return { min: 0, max: 100 };
	const year = YEAR.find(([time]) => time.test(words))?.[1];
	return { min: 0, max: Infinity, ...(year !== undefined && !SUM.test(words) && { most: year }) };
}

/** How many of each unit of time a year has: nothing that is waited for takes longer. */
const YEAR: readonly (readonly [unit: RegExp, count: number])[] = [
	[/^(?:ms|milliseconds?)\b/, 31_536_000_000],
	[/^(?:s|secs?|seconds?)\b/, 31_536_000],
	[/^(?:mins?|minutes?)\b/, 525_600],
	[/^(?:h|hrs?|hours?)\b/, 8760],
	[/^(?:days?)\b/, 366],
];
/** Time of many people or of many cases adds up without an end. */
const SUM = /\bper (?:day|week|month|quarter|year)\b|\bin (?:all|total)\b/;

/** In which direction a value leaves its bounds. */
export function outOf(value: number, { min, max, most = Infinity }: Bounds): string | undefined {
	if (value < min) return `less than ${min}`;
	const top = Math.min(max, most);
	return value > top ? `more than ${top}` : undefined;
}

export interface TargetProblem {
	message: string;
	fix: string;
}

const missable = (shown: string): TargetProblem => ({
	message: `the limit "${shown}" cannot be missed.`,
	fix: 'Write the value at which you would not release.',
});
const unmeetable = (shown: string): TargetProblem => ({
	message: `the limit "${shown}" cannot be met.`,
	fix: 'Write a value that the unit can have.',
});
export const reversed = (shown: string, direction: string): TargetProblem => ({
	message: `the target "${shown}" goes the wrong way: here ${direction} is better.`,
	fix: direction === 'higher' ? 'Write atLeast.' : 'Write atMost.',
});

/**
 * What is wrong with a target: every value reaches it, none does, or it goes in the wrong
 * direction.
 */
export function targetProblem(
	target: Target,
	{ min, max, most = Infinity }: Bounds,
	direction?: Metric['direction'],
): TargetProblem | undefined {
	const top = Math.min(max, most);
	if ('atLeast' in target) {
		const shown = `at least ${target.atLeast}`;
		if (direction === 'lower') return reversed(shown, direction);
		if (target.atLeast <= min) return missable(shown);
		return target.atLeast > top ? unmeetable(shown) : undefined;
	}
	if ('atMost' in target) {
		const shown = `at most ${target.atMost}`;
		if (direction === 'higher') return reversed(shown, direction);
		if (target.atMost >= top) return missable(shown);
		return target.atMost < min ? unmeetable(shown) : undefined;
	}
	if ('from' in target) {
		const shown = `${target.from} to ${target.to}`;
		if (target.from > target.to || target.from > top || target.to < min) return unmeetable(shown);
		return target.from <= min && target.to >= top ? missable(shown) : undefined;
	}
	const shown = `improve by ${target.improveBy}%`;
	// Nothing falls by more than all of it, and ten times as good is a slip.
	return target.improveBy > (direction === 'lower' ? 100 : 1000) ? unmeetable(shown) : undefined;
}
