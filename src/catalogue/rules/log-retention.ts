/** Logs are kept long enough where the law asks for it, and never longer than stated. */

import { annexIII } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { countOf } from '../words/count.ts';

const kept = (days: number) =>
	`telemetry:\n  - { field: test.case.reason, type: string, when: A case is closed, sensitive: false, keepDays: ${days} }`;

export const logRetention: Rule = {
	id: 'log-retention',
	phase: 'policy',
	severity: 'error',
	summary:
		'If an Annex III area is set, logs are kept for as many days as the policy requires. No field is kept beyond its stated maximum.',
	why: 'Deleted logs cannot show what a high-risk use did. Logs kept for ever are personal data without a purpose.',
	source: 'Domain rule 15, EU AI Act Art. 26(6)',
	example: {
		in: 'patterns',
		given: [
			{
				in: 'patterns',
				data: 'exposure: { data: internal, personalData: none, effect: informs, reach: team, reversibility: easy, untrustedInput: false, decidesAboutPerson: false, regulated: false, annexIII: education }',
			},
		],
		fails: kept(30),
		passes: kept(190),
	},
	*check(catalogue) {
		yield* tooLong(catalogue);
		for (const entry of catalogue.patterns.values()) {
			if (entry.data.exposure.annexIII) yield* tooShort(entry, catalogue);
		}
	},
};

function* tooLong({ all, patterns, policy }: Catalogue): Generator<Problem> {
	const { signals, mostDays } = policy.telemetry;
	const fix = `Keep it for ${countOf(mostDays, 'day')} at most (content/policy.yaml, \`telemetry.mostDays\`).`;
	for (const entry of all.policy.values()) {
		for (const [index, { what, keepDays }] of signals.entries()) {
			if (keepDays <= mostDays) continue;
			const message = `the signal "${what}" is kept for ${countOf(keepDays, 'day')}.`;
			yield { entry, path: ['telemetry', 'signals', index, 'keepDays'], message, fix };
		}
	}
	for (const entry of patterns.values()) {
		for (const [index, { field, keepDays = 0 }] of entry.data.telemetry.entries()) {
			if (keepDays <= mostDays) continue;
			const message = `"${field}" is kept for ${countOf(keepDays, 'day')}.`;
			yield { entry, path: ['telemetry', index, 'keepDays'], message, fix };
		}
	}
}

function* tooShort(entry: Entry<'patterns'>, { policy }: Catalogue): Generator<Problem> {
	const { signals, annexIIIDays } = policy.telemetry;
	const area = entry.data.exposure.annexIII;
	if (!area) return;
	const label = annexIII.label(area).toLowerCase();
	const needs = `${label} falls under Annex III, which needs ${countOf(annexIIIDays, 'day')}`;
	const own = new Map(entry.data.telemetry.map(({ field, keepDays }) => [field, keepDays]));
	for (const { what, keepDays, fields } of signals) {
		// A pattern can keep a field of the contract for longer than the contract does.
		const keeps = (field: string) => Math.max(keepDays, own.get(field) ?? 0) >= annexIIIDays;
		if (fields.every(keeps)) continue;
		const message = `the signal "${what}" is kept for ${countOf(keepDays, 'day')}; ${needs}.`;
		const fix = `Add ${fields.join(' and ')} to the telemetry of the pattern, with keepDays: ${annexIIIDays}. Or raise it in content/policy.yaml.`;
		yield { entry, path: ['exposure', 'annexIII'], message, fix };
	}
	for (const [index, { field, keepDays }] of entry.data.telemetry.entries()) {
		if (keepDays === undefined || keepDays >= annexIIIDays) continue;
		const path = ['telemetry', index, 'keepDays'];
		const message = `"${field}" is kept for ${countOf(keepDays, 'day')}; ${needs}.`;
		yield { entry, path, message, fix: `Write keepDays: ${annexIIIDays}, or more.` };
	}
}
