/** How a pattern signs in to a connector, and what it may write without asking. */

import { tierOf } from '../judge/tier.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';

export const connectorAuth: Rule = {
	id: 'connector-auth',
	phase: 'policy',
	severity: 'error',
	summary:
		'A pattern signs in as the connector allows. A static key is allowed at low tier only, and has an expiry date. From medium tier, a write has a gate or can be undone.',
	why: 'A key that never expires is still valid when everyone who knew about it has left. A write that no person accepted and nobody can undo turns one wrong answer into wrong records.',
	source: 'Domain rule 6, project brief, section 6, NIST SP 800-53 AC-6, IA-5, IA-9',
	example: {
		in: 'patterns',
		fails:
			'connectors:\n  - { connector: gateway, access: invoke, auth: static-key, data: internal, why: Runs the prompt. }',
		passes:
			'connectors:\n  - { connector: gateway, access: invoke, auth: static-key, expires: 2027-01-31, data: internal, why: Runs the prompt. }',
		given: [
			{
				in: 'connectors',
				data: 'auth: { model: workload-identity, how: The platform gives each job an identity., alternatives: [static-key], exceptions: A key for one month while a job moves. }',
			},
		],
	},
	*check(catalogue) {
		for (const entry of catalogue.connectors.values()) {
			const { alternatives = [], exceptions } = entry.data.auth;
			if (alternatives.length === 0 || exceptions) continue;
			const message = `${alternatives.join(', ')} is allowed, but nothing says when, or who allows it.`;
			yield { entry, path: ['auth', 'alternatives'], message, fix: 'Explain it in `exceptions`.' };
		}
		for (const entry of catalogue.patterns.values()) {
			for (const index of entry.data.connectors.keys()) {
				yield* signIn(entry, index, catalogue);
				yield* writes(entry, index, catalogue);
			}
		}
	},
};

function* signIn(
	entry: Entry<'patterns'>,
	index: number,
	{ connectors, policy, today }: Catalogue,
): Generator<Problem> {
	const use = entry.data.connectors[index];
	const connector = use && connectors.get(use.connector)?.data;
	if (!use || !connector) return;
	const at = (key: string) => ['connectors', index, key];
	const allowed = [connector.auth.model, ...(connector.auth.alternatives ?? [])];
	const model = use.auth ?? connector.auth.model;
	if (!allowed.includes(model)) {
		const message = `"${use.connector}" does not allow signing in by "${model}".`;
		yield { entry, path: at('auth'), message, fix: `It allows: ${allowed.join(', ')}.` };
		return;
	}
	if (model !== 'static-key') return;
	const path = use.auth ? at('auth') : at('connector');
	if (tierOf(entry.data, policy) !== 'low') {
		const message = `"${use.connector}" is used with a static key, which is allowed at low tier only.`;
		yield { entry, path, message, fix: 'Sign in by delegation or workload identity.' };
	} else if (!use.expires) {
		const message = `the static key for "${use.connector}" has no expiry date.`;
		yield { entry, path, message, fix: 'Add `expires`, the date when the key expires.' };
	} else if (use.expires < today) {
		const message = `the static key for "${use.connector}" expired on ${use.expires}.`;
		yield { entry, path: at('expires'), message, fix: 'Replace the key, or sign in another way.' };
	}
}

function* writes(
	entry: Entry<'patterns'>,
	index: number,
	{ policy }: Catalogue,
): Generator<Problem> {
	const { connectors, controls, exposure } = entry.data;
	const use = connectors[index];
	const tier = tierOf(entry.data, policy);
	if (use?.access !== 'write' || tier === 'low') return;
	if (controls.some(({ control }) => control === policy.highTier.gate)) return;
	const path = ['connectors', index, 'access'];
	if (!use.fields?.length) {
		const message = `at ${tier} tier a write through "${use.connector}" must name its fields.`;
		const fix = `List the reversible fields in \`fields\`, use write-approved, or add the control "${policy.highTier.gate}".`;
		yield { entry, path, message, fix };
	} else if (exposure.reversibility !== 'easy') {
		const message = `at ${tier} tier it writes through "${use.connector}" without approval, and the write is not easy to undo.`;
		const fix = `Use write-approved, or add the control "${policy.highTier.gate}".`;
		yield { entry, path, message, fix };
	}
}
