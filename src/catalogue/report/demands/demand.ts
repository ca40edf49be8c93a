/** One demand of the policy, read the same from any policy. */
import type { Policy } from '#schemas/policy.ts';

/**
 * How a change is weighed: of a list that is `kept` every item that goes asks less, of one that is
 * `allowed` every item that comes. A number that must be high asks less when it falls.
 */
type Weight = 'kept' | 'allowed' | 'high' | 'low';

export interface Demand {
	weight: Weight;
	what: string;
	/** Items of a list, or one number. */
	of: (policy: Policy) => readonly string[] | number;
}

export const TIERS = ['low', 'medium', 'high'] as const;

/** A demand for each tier, with the words of the tier behind it. */
export const byTier = (
	weight: Weight,
	what: string,
	of: (policy: Policy, at: (typeof TIERS)[number]) => readonly string[] | number,
): Demand[] =>
	TIERS.map((at) => ({
		weight,
		what: `${what} at ${at} tier`,
		of: (policy) => of(policy, at),
	}));
