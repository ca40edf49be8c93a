/** Which values a unit can have, and whether a target can be missed and met. */
import type { Target } from '#schemas/measure.ts';
import type { Metric } from '#schemas/metric.ts';

export interface Bounds {
	min: number;
	max: number;
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
	const scale = /\bfrom\s+(-?\d+(?:\.\d+)?)\s+to\s+(-?\d+(?:\.\d+)?)/.exec(words);
	if (scale) return { min: Number(scale[1]), max: Number(scale[2]) };
	if (/change|difference|delta|points|growth|net\b/.test(words)) {
		return { min: -Infinity, max: Infinity };
	}
	if (/^(?:%|per ?cent)/.test(words)) return { min: 0, max: 100 };
	return { min: 0, max: Infinity };
}

/** In which direction a value leaves its bounds. */
export function outOf(value: number, { min, max }: Bounds): string | undefined {
	if (value < min) return `less than ${min}`;
	return value > max ? `more than ${max}` : undefined;
}

export interface TargetProblem {
	message: string;
	fix: string;
}

const missable = (shown: string): TargetProblem => ({
	message: `the limit "${shown}" cannot be missed.`,
	fix: 'Write the value from which you would not release.',
});
const unmeetable = (shown: string): TargetProblem => ({
	message: `the limit "${shown}" cannot be met.`,
	fix: 'Write a value that the unit can have.',
});
const reversed = (shown: string, direction: string): TargetProblem => ({
	message: `the target "${shown}" goes the wrong way: for this metric ${direction} is better.`,
	fix: direction === 'higher' ? 'Write atLeast.' : 'Write atMost.',
});

/** Why a target is none: every value reaches it, none does, or it praises the wrong direction. */
export function targetProblem(
	target: Target,
	{ min, max }: Bounds,
	direction?: Metric['direction'],
): TargetProblem | undefined {
	if ('atLeast' in target) {
		const shown = `at least ${target.atLeast}`;
		if (direction === 'lower') return reversed(shown, direction);
		if (target.atLeast <= min) return missable(shown);
		return target.atLeast > max ? unmeetable(shown) : undefined;
	}
	if ('atMost' in target) {
		const shown = `at most ${target.atMost}`;
		if (direction === 'higher') return reversed(shown, direction);
		if (target.atMost >= max) return missable(shown);
		return target.atMost < min ? unmeetable(shown) : undefined;
	}
	if ('from' in target) {
		const shown = `${target.from} to ${target.to}`;
		if (target.from > target.to || target.from > max || target.to < min) return unmeetable(shown);
		return target.from <= min && target.to >= max ? missable(shown) : undefined;
	}
	const shown = `improve by ${target.improveBy}%`;
	// Nothing falls by more than all of it.
	return direction === 'lower' && target.improveBy > 100 ? unmeetable(shown) : undefined;
}
