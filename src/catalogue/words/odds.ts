/** A chance as people say it. */

const NUMBERS = 'zero one two three four five six seven eight nine ten'.split(' ');

/**
 * @example
 * oddsOf(0.2013) // => 'one time in five'
 * oddsOf(0.62) // => '62% of the time'
 */
export function oddsOf(chance: number): string {
	if (chance >= 0.4) return `${Math.round(chance * 100)}% of the time`;
	if (chance < 0.005) return 'almost never';
	const times = Math.round(1 / chance);
	return `one time in ${NUMBERS[times] ?? times}`;
}
