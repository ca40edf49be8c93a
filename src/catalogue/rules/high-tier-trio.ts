/** What high tier always has: three controls no waiver lifts, and a person before every action. */

import { placesOf, reachedPast, writtenNodes } from '../judge/gate.ts';
import { ALL_HIGH_TIER, acts, tierOf } from '../judge/tier.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';

export const highTierTrio: Rule = {
	id: 'high-tier-trio',
	phase: 'policy',
	severity: 'error',
	summary:
		'A high-tier pattern has human override, incident playbook and retention policy, and no action bypasses its approval gate.',
	why: 'If a mistake can harm people, someone must be able to overrule it, stop it and show what happened. If data can bypass the approval, the approval protects nobody.',
	source: 'Domain rule 3, project brief, section 4',
	example: {
		in: 'patterns',
		given: [
			{
				in: 'policy',
				data: 'highTier: { controls: [logging], gate: logging, actions: [invoke] }',
			},
			{
				in: 'patterns',
				data: 'tier: high\nconnectors:\n  - { connector: gateway, access: invoke, data: internal, why: Writes the accepted note. }',
			},
		],
		fails: example('draft-node, to: system-node'),
		passes: example('gate-node, to: system-node'),
	},
	*check(catalogue) {
		for (const entry of catalogue.patterns.values()) {
			if (tierOf(entry.data, catalogue.policy) !== 'high') continue;
			yield* missing(entry, catalogue);
			if (acts(entry.data, catalogue.policy)) yield* ungated(entry, catalogue);
		}
	},
};

/** A drawing in which a model drafts and a system is written; the flow into the system is given. */
function example(into: string): string {
	return `architecture:
  summary: A draft is made, accepted and written.
  steps: [draft, accept]
  nodes:
    - { id: draft-node, layer: model, step: 1, kind: model, title: Draft, does: Drafts the note. }
    - { id: gate-node, layer: policy, step: 2, kind: service, title: Gate, does: Waits for a person. }
    - { id: system-node, layer: data, step: 2, kind: store, title: Notes, does: Keeps the notes., connector: gateway }
    - { id: trace-node, layer: observability, step: 2, kind: store, title: Trace, does: Keeps the trace. }
  flows:
    - { from: draft-node, to: gate-node, kind: data, data: internal }
    - { from: ${into}, kind: data, data: internal }
    - { from: gate-node, to: trace-node, kind: reports }
  yoursToChange: [The wording of the note.]
  fixedByApproval: [The gate before the system.]
controls:
  - control: logging
    how: A person accepts each note before it is written.
    enforcedAt: gate-node
    codifiedIn: config
    file: gate.yaml
    evidence: { kind: log-config, source: Export of the gate }`;
}

function* missing(entry: Entry<'patterns'>, { policy }: Catalogue): Generator<Problem> {
	const { controls, gate } = policy.highTier;
	const present = new Set(entry.data.controls.map(({ control }) => control));
	const needed = acts(entry.data, policy) ? [...controls, gate] : controls;
	for (const control of needed) {
		if (present.has(control)) continue;
		const message = `the control "${control}" is missing. ${ALL_HIGH_TIER}`;
		const fix = 'Add it to `controls`. It cannot be waived (content/policy.yaml, `highTier`).';
		yield { entry, path: ['controls'], message, fix };
	}
}

function* ungated(entry: Entry<'patterns'>, { policy }: Catalogue): Generator<Problem> {
	const { gate, actions } = policy.highTier;
	const at = entry.data.controls.findIndex(({ control }) => control === gate);
	if (at < 0) return;
	const path = ['controls', at, 'enforcedAt'];
	if (placesOf(entry.data, gate).length === 0) {
		const message = `the control "${gate}" is not enforced anywhere in the drawing.`;
		yield { entry, path: ['controls', at], message, fix: 'Add its node or flow in `enforcedAt`.' };
		return;
	}
	const reached = reachedPast(gate, entry.data);
	const written = new Set(
		entry.data.connectors
			.filter(({ access }) => actions.includes(access))
			.map(({ connector }) => connector),
	);
	for (const connector of written) {
		const nodes = writtenNodes(entry.data, connector);
		if (nodes.length === 0) {
			const message = `"${connector}" is written to, but no data flows into any of its nodes.`;
			const fix =
				'Draw the node that is written, and the flow into it, so that the gate can be seen.';
			yield { entry, path: ['architecture', 'flows'], message, fix };
		}
		for (const node of nodes.filter((id) => reached.has(id))) {
			const message = `data reaches "${node}" from the model without passing the control "${gate}".`;
			const fix = `Route every flow to "${node}" through the node or flow where a person accepts.`;
			yield { entry, path, message, fix };
		}
	}
}
