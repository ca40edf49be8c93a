/** From which tier, or under which condition, the policy demands a control. */
import type { Policy } from '#schemas/policy.ts';
import { type Tier, tier as tiers } from '#schemas/vocabularies.ts';

export interface RequiredFrom {
	/** Lowest tier whose baseline holds the control; undefined when no baseline does. */
	tier: Tier | undefined;
	/** Reasons for which it is demanded at any tier. */
	because: string[];
}

/**
 * What the policy says of one control. A team may still choose a control that nothing demands.
 *
 * @example
 * requiredFrom('approval-gate', policy)
 * // => { tier: 'high', because: ['A person must accept each action.'] }
 */
export function requiredFrom(control: string, { baselines, conditions }: Policy): RequiredFrom {
	return {
		tier: tiers.values.find((level) => baselines[level].includes(control)),
		because: conditions
			.filter(({ controls }) => controls.includes(control))
			.map(({ because }) => because),
	};
}

/** The same as a line under the tier, or instead of it. */
export function requiredWords({ tier, because }: RequiredFrom): string {
	if (because.length > 0) {
		const reasons = because.map((reason) => lowerFirst(reason.replace(/\.$/, ''))).join(', or ');
		return `${tier && tier !== 'low' ? 'And at any tier where' : 'Where'} ${reasons}`;
	}
	return tier ? 'In the baseline of the tier' : 'No tier requires it. A team can choose it';
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
