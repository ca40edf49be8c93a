/** Beyond its pilot, a use case proves every required control, or says by when it will. */
import { proofsOf } from '../judge/records/proof.ts';
import { hasReached } from '../judge/tier.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { daysBetween } from '../words/calendar.ts';

export const useCaseControls: Rule = {
	id: 'use-case-controls',
	phase: 'policy',
	severity: 'error',
	summary:
		'From early production each required control of a use case is proven, waived, or planned for a future date.',
	why: 'Controls stop working quietly. A record that is too old, or about another version, says nothing about today.',
	source: 'Domain rule 2, project brief, section 4',
	example: {
		in: 'use-cases',
		given: [
			{
				in: 'policy',
				data: 'evidenceFrom: { controls: pilot, baselines: early-production, training: early-production }',
			},
		],
		fails: 'plans: []',
		passes: `waivers:
  - control: logging
    because: The settings are exported in December.
    compensatedBy: The office reads the log by hand until then.
    by: Ada Example
    seat: technology
    granted: 2026-11-01
    expires: 2026-12-31`,
	},
	*check(catalogue) {
		const { policy } = catalogue;
		for (const entry of catalogue['use-cases'].values()) {
			const { state, stage } = entry.data;
			if (state === 'retired' || state === 'paused') continue;
			if (!hasReached(stage, policy.evidenceFrom.controls)) continue;
			for (const { control, state: proof, required, goodUntil } of proofsOf(
				entry,
				catalogue,
			).values())
				if (required && proof !== 'proven' && proof !== 'waived')
					yield problemOf(entry, control, proof, goodUntil, catalogue);
		}
	},
};

function problemOf(
	entry: Entry<'use-cases'>,
	control: string,
	state: string,
	goodUntil: string | undefined,
	{ today, policy }: Catalogue,
): Problem {
	const index = entry.data.plans.findIndex((one) => one.control === control);
	const plan = entry.data.plans[index];
	const recent =
		goodUntil !== undefined && daysBetween(goodUntil, today) <= policy.overdue.errorAfterDays;
	const path = plan ? ['plans', index] : ['pattern'];
	const record = `npm run record evidence use-cases/${entry.id}`;
	const message = goodUntil
		? `the proof of "${control}" was good until ${goodUntil}.`
		: `the control "${control}" is ${state}, not proven.`;
	if (plan && plan.by >= today)
		return {
			entry,
			path,
			control,
			message,
			fix: `Planned by ${plan.by}. ${record}`,
			severity: 'warning',
		};
	const late = plan ? ` The plan was due on ${plan.by}.` : '';
	return {
		entry,
		path,
		control,
		message: message + late,
		fix: `Record the evidence for this version: ${record}. Or add a plan with a date to \`plans\`.`,
		...(recent ? { severity: 'warning' as const } : {}),
	};
}
