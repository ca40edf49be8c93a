/** How many there are of a thing. */
import { formatNumber } from './number.ts';

/**
 * A count with its noun, always in figures.
 *
 * @example
 * countOf(1200, 'risk') // => '1,200 risks'
 */
export function countOf(count: number, one: string, many = `${one}s`): string {
	return `${formatNumber(count)} ${nounOf(count, one, many)}`;
}

/** The noun alone, where the things themselves are named before it. */
export const nounOf = (count: number, one: string, many = `${one}s`): string =>
	count === 1 ? one : many;
