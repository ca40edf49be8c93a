/** Which problems a live waiver lifts. Only rules of the policy phase can be waived at all. */
import type { Waiver } from '#schemas/waiver.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { unwaivableControls } from './tier.ts';

/** Whether a waiver of the pattern lifts the problem today. */
export function isWaived(
	rule: Pick<Rule, 'id' | 'phase'>,
	{ entry, control }: Problem,
	catalogue: Catalogue,
): boolean {
	if (rule.phase !== 'policy') return false;
	const pattern = patternOf(entry, catalogue);
	return (pattern?.data.waivers ?? []).some(
		(waiver) =>
			pattern !== undefined &&
			isLive(waiver, catalogue.today) &&
			mayBeWaived(waiver, pattern, catalogue) &&
			names(waiver, rule, control),
	);
}

/** Whether the waiver is about this rule, or about the control a problem of it is about. */
export function names(
	waiver: Waiver,
	rule: Pick<Rule, 'id'>,
	control: string | undefined,
): boolean {
	return 'rule' in waiver ? waiver.rule === rule.id : waiver.control === control;
}

/** Whether today is within the days of the waiver. */
export function isLive({ granted, expires }: Waiver, today: string): boolean {
	return granted <= today && today <= expires;
}

/** Whether the policy lets the rule or control be waived at the tier of the pattern. */
export function mayBeWaived(
	waiver: { rule: string } | { control: string },
	{ data }: Entry<'patterns'>,
	{ policy }: Pick<Catalogue, 'policy'>,
): boolean {
	// A waiver of the rule on waivers would lift what is wrong with itself.
	if ('rule' in waiver)
		return waiver.rule !== 'waiver-valid' && !policy.waivers.neverRules.includes(waiver.rule);
	return !unwaivableControls(data, policy).has(waiver.control);
}

/** The pattern an entry belongs to: itself, or the one whose folder it is in. */
export function patternOf(entry: Entry, { patterns }: Catalogue): Entry<'patterns'> | undefined {
	if (entry.collection === 'patterns') return patterns.get(entry.id);
	return entry.parent === undefined ? undefined : patterns.get(entry.parent);
}
