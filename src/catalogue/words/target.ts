/** What a measure is to reach, in words. */
import type { Target } from '#schemas/measure.ts';
import { formatNumber, withSymbol } from './number.ts';

/**
 * A target in words.
 *
 * @example
 * targetWords({ from: 8, to: 15 }, '%') // => '8 to 15%'
 */
export function targetWords(target: Target, symbol?: string): string {
	if ('atLeast' in target) {
		const most = symbol === '%' && target.atLeast === 100;
		return `${withSymbol(target.atLeast, symbol)}${most ? '' : ' or more'}`;
	}
	if ('atMost' in target) return `${withSymbol(target.atMost, symbol)} or less`;
	if ('from' in target) return `${formatNumber(target.from)} to ${withSymbol(target.to, symbol)}`;
	return `${formatNumber(target.improveBy)}% better than the baseline`;
}
