/** The values of a filter by their names, for a filter with more values than boxes. */
import type { FacetValue } from './state.ts';

/**
 * Each value under the name that a reader types or chooses. Of two with one name, both have their id
 * behind it.
 *
 * @example
 * byName([{ value: 'a', label: 'Triage' }]) // => Map { 'Triage' => 'a' }
 */
export function byName(values: readonly FacetValue[]): Map<string, string> {
	const times = new Map<string, number>();
	for (const { label } of values) times.set(label, (times.get(label) ?? 0) + 1);
	return new Map(
		values.map(({ value, label }) => [
			(times.get(label) ?? 0) > 1 ? `${label} (${value})` : label,
			value,
		]),
	);
}

/** The value that is meant: its name in any case, or its id. */
export function valueNamed(typed: string, names: ReadonlyMap<string, string>): string | undefined {
	const wanted = typed.trim().toLowerCase();
	for (const [name, value] of names)
		if (name.toLowerCase() === wanted || value === wanted) return value;
	return undefined;
}
