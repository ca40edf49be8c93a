/** Which uses of a pattern are live on a day: declared, and in effect. */
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { keeper } from '../../model/keep.ts';

const keepUses = keeper<Map<string, Entry<'use-cases'>[]>>('uses by pattern');

/** Every use case of a pattern, in order of their ids. */
export function usesOf(pattern: string, { 'use-cases': all }: Catalogue): Entry<'use-cases'>[] {
	return keepUses(all, '', () => group(all)).get(pattern) ?? [];
}

function group(all: Catalogue['use-cases']): Map<string, Entry<'use-cases'>[]> {
	const found = new Map<string, Entry<'use-cases'>[]>();
	for (const entry of all.values()) {
		const list = found.get(entry.data.pattern) ?? [];
		found.set(entry.data.pattern, list);
		list.push(entry);
	}
	return found;
}

/**
 * Whether a use counts: somebody has declared it, and it has not been switched off for good. A draft
 * declares nothing yet.
 */
export const isDeclared = ({ data: { status, state } }: Entry<'use-cases'>): boolean =>
	status !== 'draft' && status !== 'withdrawn' && state !== 'retired';

/** Whether people rely on it: live since before the day, and not paused or retired. */
export function isInUse({ data }: Entry<'use-cases'>, today: string): boolean {
	return data.state === 'live' && data.liveSince !== undefined && data.liveSince <= today;
}

/** The live uses of a pattern. */
export function liveUsesOf(pattern: string, catalogue: Catalogue): Entry<'use-cases'>[] {
	return usesOf(pattern, catalogue).filter((entry) => isInUse(entry, catalogue.today));
}
