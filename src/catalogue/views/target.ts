/** A target in words, with the unit behind the number. */
import type { Target } from '#schemas/measure.ts';

/**
 * @example
 * targetWords({ from: 8, to: 15 }, '%') // => '8 to 15 %'
 * targetWords({ improveBy: 20 }, 'min') // => '20 % better than the baseline'
 */
export function targetWords(target: Target, symbol: string): string {
	const unit = symbol ? ` ${symbol}` : '';
	if ('atLeast' in target) return `At least ${target.atLeast}${unit}`;
	if ('atMost' in target) return `At most ${target.atMost}${unit}`;
	if ('improveBy' in target) return `${target.improveBy} % better than the baseline`;
	return `${target.from} to ${target.to}${unit}`;
}
