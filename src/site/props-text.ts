/** What a page is given, as text that two builds can compare. */
import { keyOf } from '#catalogue/read/cache.ts';

/** Digests of what several pages are given, such as the index of a list of which each shows a part. */
const shared = new WeakMap<object, string>();

/** As text; undefined where a part of it cannot be written as text, such as a function. */
export function asText(props: unknown): string | undefined {
	for (const group of partsOf(props)) {
		for (const part of partsOf(group)) {
			const text = shared.has(part) ? undefined : textOf(part);
			if (text !== undefined) shared.set(part, keyOf(text));
		}
	}
	return textOf(props, shared);
}

const partsOf = (value: unknown): object[] =>
	typeof value === 'object' && value !== null
		? Object.values(value).filter((part) => typeof part === 'object' && part !== null)
		: [];

/** As text; what has a digest stands for itself by that. */
function textOf(given: unknown, digests?: WeakMap<object, string>): string | undefined {
	let whole = true;
	const text = JSON.stringify(given ?? null, (_key, value: unknown) => {
		if (typeof value === 'function' || typeof value === 'symbol') whole = false;
		if (typeof value !== 'object' || value === null) return value;
		const digest = digests?.get(value);
		if (digest !== undefined) return digest;
		if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) whole = false;
		return value;
	});
	return whole ? text : undefined;
}
