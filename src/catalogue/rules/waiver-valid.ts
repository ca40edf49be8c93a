/** A waiver names what may be waived, ends in time, and lifts something. */

import type { Waiver } from '#schemas/waiver.ts';
import { tierOf } from '../judge/tier.ts';
import { isLive, mayBeWaived, names, patternOf } from '../judge/waivers.ts';
import type { Cache } from '../model/cache.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { daysBetween } from '../words/calendar.ts';
import { countOf } from '../words/count.ts';
import { didYouMean } from '../words/suggest.ts';

const waiver = (expires: string) => `waivers:
  - rule: skilling
    because: The late shift is trained in December.
    compensatedBy: Only the early shift uses it until then.
    by: Ada Example
    seat: technology
    granted: 2026-11-01
    expires: ${expires}`;

/** The rule over these rules; they are asked for late, since this one is among them. */
export function waiverValid(known: () => readonly Rule[]): Rule {
	return {
		id: 'waiver-valid',
		phase: 'policy',
		severity: 'error',
		summary:
			'A waiver is for a rule or control that can be waived, and ends within the days that the tier allows.',
		why: 'A waiver is a debt with an end date. If it never ends, or nobody had the right to grant it, the rule is silently broken.',
		source: 'Domain rule 19, project brief, section 3; we set the days',
		example: {
			in: 'patterns',
			given: [{ in: 'registers', data: 'stage: early-production' }],
			fails: waiver('2027-06-30'),
			passes: waiver('2026-12-31'),
		},
		async *check(catalogue, cache) {
			yield* neverRules(catalogue, known());
			const kept: { entry: Entry<'patterns'>; index: number; waiver: Waiver }[] = [];
			for (const entry of catalogue.patterns.values()) {
				for (const [index, granted] of entry.data.waivers.entries()) {
					const problems = [
						...subject(entry, index, granted, catalogue, known()),
						...term(entry, index, granted, catalogue),
					];
					yield* problems;
					if (problems.length === 0) kept.push({ entry, index, waiver: granted });
				}
			}
			if (kept.length === 0) return;
			const used = await lifting(kept, catalogue, cache, known());
			for (const one of kept) {
				if (used.has(one.waiver)) continue;
				const { entry, index } = one;
				const message = `nothing needs the waiver of "${nameOf(one.waiver)}" now.`;
				const fix = 'Remove it, so that the list shows only the waivers in use.';
				yield { entry, path: ['waivers', index], message, fix, severity: 'warning' };
			}
		},
	};
}

/** A name that is no rule would protect nothing, and nobody would see it. */
function* neverRules({ all, policy }: Catalogue, known: readonly Rule[]): Generator<Problem> {
	const ids = known.map(({ id }) => id);
	for (const entry of all.policy.values()) {
		for (const [index, name] of policy.waivers.neverRules.entries()) {
			if (ids.includes(name)) continue;
			const path = ['waivers', 'neverRules', index];
			const fix = didYouMean(name, ids, `Rules: ${ids.join(', ')}.`);
			yield { entry, path, message: `no rule is called "${name}".`, fix };
		}
	}
}

const nameOf = (one: Waiver) => ('rule' in one ? one.rule : one.control);

/** What is wrong with the rule, the control or the seat it names. */
function* subject(
	entry: Entry<'patterns'>,
	index: number,
	granted: Waiver,
	catalogue: Catalogue,
	known: readonly Rule[],
): Generator<Problem> {
	const path = ['waivers', index, 'rule' in granted ? 'rule' : 'control'];
	const name = nameOf(granted);
	const tier = tierOf(entry.data, catalogue.policy);
	const rule = known.find(({ id }) => id === name);
	if ('rule' in granted && !rule) {
		const waivable = known.filter(({ phase }) => phase === 'policy').map(({ id }) => id);
		const fix = didYouMean(name, waivable, `Rules: ${waivable.join(', ')}.`);
		yield { entry, path, message: `no rule is called "${name}".`, fix };
	} else if (
		('rule' in granted && rule?.phase !== 'policy') ||
		!mayBeWaived(granted, entry, catalogue)
	) {
		const message = `"${name}" cannot be waived at ${tier} tier.`;
		const fix = 'Meet it, or withdraw the pattern. content/policy.yaml says what can be waived.';
		yield { entry, path, message, fix };
	}
	const seats = catalogue.policy.approval.seats[tier];
	if (seats.includes(granted.seat)) return;
	const message = `the seat "${granted.seat}" cannot grant a waiver at ${tier} tier.`;
	const fix = `One of the seats that approve it must grant it: ${seats.join(', ')}.`;
	yield { entry, path: ['waivers', index, 'seat'], message, fix };
}

/** What is wrong with its days. */
function* term(
	entry: Entry<'patterns'>,
	index: number,
	{ granted, expires }: Waiver,
	{ policy, today }: Catalogue,
): Generator<Problem> {
	const at = (key: string) => ['waivers', index, key];
	const tier = tierOf(entry.data, policy);
	const most = policy.waivers.maxDays[tier];
	const days = daysBetween(granted, expires);
	if (granted > today) {
		const message = `the waiver is granted on ${granted}, which is in the future.`;
		yield { entry, path: at('granted'), message, fix: 'Write the date when it was granted.' };
	}
	if (days < 0) {
		const message = `the waiver ends on ${expires}, before it was granted on ${granted}.`;
		yield { entry, path: at('expires'), message, fix: 'Correct one of the two dates.' };
	} else if (days > most) {
		const message = `the waiver runs for ${countOf(days, 'day')}. At ${tier} tier the limit is ${most}.`;
		yield {
			entry,
			path: at('expires'),
			message,
			fix: 'End it sooner, and ask again if it is needed.',
		};
	}
	const left = daysBetween(today, expires);
	// A short waiver is not on its way out from its first day.
	if (left > Math.min(policy.flags.waiverDays, days / 2)) return;
	if (left >= 0) {
		const message = `the waiver ends on ${expires}, in ${countOf(left, 'day')}.`;
		const fix = 'Meet the requirement by then, or have the waiver granted again.';
		yield { entry, path: at('expires'), message, fix, severity: 'warning' };
		return;
	}
	const message = `the waiver ended on ${expires} and no longer applies.`;
	yield {
		entry,
		path: at('expires'),
		message,
		fix: 'Meet the requirement and remove the waiver, or have it granted again.',
	};
}

/** The waivers that lift a problem today: every rule is asked once more, without the waivers. */
async function lifting(
	kept: readonly { entry: Entry<'patterns'>; waiver: Waiver }[],
	catalogue: Catalogue,
	cache: Cache,
	known: readonly Rule[],
): Promise<Set<Waiver>> {
	const used = new Set<Waiver>();
	for (const rule of known) {
		if (rule.phase !== 'policy' || rule.id === 'waiver-valid') continue;
		for await (const { entry, control } of rule.check(catalogue, cache)) {
			const pattern = patternOf(entry, catalogue);
			for (const one of kept) {
				if (one.entry !== pattern || !isLive(one.waiver, catalogue.today)) continue;
				if (names(one.waiver, rule, control)) used.add(one.waiver);
			}
		}
	}
	return used;
}
