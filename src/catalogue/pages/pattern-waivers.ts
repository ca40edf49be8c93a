/** The controls a pattern does without for a time, and what stands in for each. */

import { isLive, mayBeWaived } from '../judge/waivers.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { longDay } from '../words/day.ts';

export interface ControlWaiver {
	/** `Waived until 31 December 2026`. */
	until: string;
	because: string;
	compensatedBy: string;
}

/**
 * The live waivers of controls, by control. One that has ended, or that the policy does not let
 * anyone grant, lifts nothing, so it is not shown as if it did.
 */
export function controlWaivers(
	pattern: Entry<'patterns'>,
	catalogue: Catalogue,
): ReadonlyMap<string, ControlWaiver> {
	const found = new Map<string, ControlWaiver>();
	for (const waiver of pattern.data.waivers) {
		if (!('control' in waiver) || !isLive(waiver, catalogue.today)) continue;
		if (!mayBeWaived(waiver, pattern, catalogue)) continue;
		const { control, because, compensatedBy, expires } = waiver;
		found.set(control, { until: `Waived until ${longDay(expires)}`, because, compensatedBy });
	}
	return found;
}
