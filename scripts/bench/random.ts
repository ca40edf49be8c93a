/** Random choices from a seed: the same seed gives the same catalogue on every machine. */

export interface Random {
	/** A whole number from 0 to `below` - 1. */
	int: (below: number) => number;
	pick: <Value>(values: readonly Value[]) => Value;
	/** `count` different values, in random order. */
	some: <Value>(values: readonly Value[], count: number) => Value[];
}

/** A small, well-spread generator (mulberry32); not for secrets. */
export function random(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const int = (below: number) => Math.floor(next() * below);
	const pick = <Value>(values: readonly Value[]): Value => {
		const value = values[int(values.length)];
		if (value === undefined) throw new Error('Nothing to pick from.');
		return value;
	};
	const some = <Value>(values: readonly Value[], count: number): Value[] => {
		const left = [...values];
		return Array.from({ length: Math.min(count, left.length) }, () =>
			left.splice(int(left.length), 1),
		).flat();
	};
	return { int, pick, some };
}
