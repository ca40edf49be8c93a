/** Documentation of every name a finding may carry, and what a reader may ask about it. */

import type { Policy } from '#schemas/policy.ts';
import { tier as tiers } from '#schemas/vocabularies.ts';
import { checks } from '../model/checks.ts';
import type { Rule, RuleDoc } from '../model/rule.ts';
import { countOf } from '../words/count.ts';
import { listOf } from '../words/phrase.ts';
import { rules } from './index.ts';

/** When it is checked: while files are read, or in a phase of the rules. */
export type Phase = 'reading' | Rule['phase'];

export interface DocumentedRule extends RuleDoc {
	phase: Phase;
}

/** Every check and every rule, in the order they run. */
export const ruleDocs: readonly DocumentedRule[] = [
	...checks.map((doc) => ({ ...doc, phase: 'reading' as const })),
	...rules,
];

/** Path of the page of a rule, which every finding links to. */
export const rulePath = (id: string) => `/contribute/rules/${id}/`;

/**
 * Whether the policy lets a pattern do without the rule for a time, in one sentence.
 *
 * @example
 * waiving(doc, policy) // => 'No. content/policy.yaml lists it under waivers.neverRules.'
 */
export function waiving(
	{ id, phase }: DocumentedRule,
	{ waivers }: Pick<Policy, 'waivers'>,
): string {
	if (phase === 'reading') return 'No. If a file cannot be read, no rule can check it.';
	if (phase !== 'policy') {
		return 'No. It checks that an entry is consistent. Only the rules of the policy can be waived.';
	}
	if (waivers.neverRules.includes(id)) {
		return 'No. content/policy.yaml lists it under waivers.neverRules.';
	}
	const days = tiers.values.map(
		(tier) => `${countOf(waivers.maxDays[tier], 'day')} at ${tier} tier`,
	);
	return `Yes. The council can grant the pattern a waiver, for at most ${listOf(days)}.`;
}
