/** The drawing holds together: unique places, flows with two ends, controls at places that exist. */
import type { Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import type { Path } from '../model/schema-walk.ts';
import { didYouMean } from '../words/suggest.ts';

export const enforcedAtExists: Rule = {
	id: 'enforced-at-exists',
	phase: 'structure',
	severity: 'error',
	summary:
		'A control points to a node in the drawing, or to a flow, written as the two nodes that it joins.',
	why: 'A reviewer finds out where a control acts by following it into the drawing. A place that is not drawn cannot be reviewed, and no team will build it.',
	source: 'Project brief, section 4, codified controls; project brief, section 8, five layers',
	example: {
		in: 'patterns',
		fails: `controls:
  - control: logging
    how: Each answer is kept with its input for a year.
    codifiedIn: config
    enforcedAt: log-store
    evidence: { kind: log-config, source: Settings export }`,
		passes: `controls:
  - control: logging
    how: Each answer is kept with its input for a year.
    codifiedIn: config
    enforcedAt: observability-node
    evidence: { kind: log-config, source: Settings export }`,
	},
	*check({ patterns }) {
		for (const entry of patterns.values()) {
			yield* drawing(entry);
			yield* places(entry);
		}
	},
};

function* drawing(entry: Entry<'patterns'>): Generator<Problem> {
	const { nodes, flows, steps, glance } = entry.data.architecture;
	const ids = nodes.map(({ id }) => id);
	const cells = new Map<string, string>();
	const seen = new Set<string>();
	for (const [index, node] of nodes.entries()) {
		const at = (key: string): Path => ['architecture', 'nodes', index, key];
		if (seen.has(node.id)) {
			yield {
				entry,
				path: at('id'),
				message: `two nodes have the id "${node.id}".`,
				fix: 'Rename one.',
			};
		}
		seen.add(node.id);
		if (node.step > steps.length) {
			const message = `step ${node.step} does not exist; there are ${steps.length} steps.`;
			yield {
				entry,
				path: at('step'),
				message,
				fix: 'Add the step to `steps`, or use one that is there.',
			};
		}
		const cell = `${node.layer} ${node.step}`;
		const other = cells.get(cell);
		if (other) {
			const message = `"${node.id}" is in the same place as "${other}": layer ${node.layer}, step ${node.step}.`;
			yield { entry, path: at('step'), message, fix: 'Move one to another step or layer.' };
		}
		cells.set(cell, node.id);
	}
	for (const layer of ['policy', 'observability'] as const) {
		if (nodes.some((node) => node.layer === layer)) continue;
		const message = `the drawing has no node in the ${layer} layer.`;
		yield {
			entry,
			path: ['architecture', 'nodes'],
			message,
			fix: 'Policy and observability are never optional: add what decides and what records.',
		};
	}
	for (const [index, id] of (glance ?? []).entries()) {
		if (ids.includes(id)) continue;
		yield {
			entry,
			path: ['architecture', 'glance', index],
			message: `the small drawing has the node "${id}", which is not in the full drawing.`,
			fix: didYouMean(id, ids, `Nodes: ${ids.join(', ')}.`),
		};
	}
	for (const [index, flow] of flows.entries()) {
		for (const end of ['from', 'to'] as const) {
			if (ids.includes(flow[end])) continue;
			const path = ['architecture', 'flows', index, end];
			yield {
				entry,
				path,
				message: `no node has the id "${flow[end]}".`,
				fix: didYouMean(flow[end], ids, `Nodes: ${ids.join(', ')}.`),
			};
		}
	}
}

function* places(entry: Entry<'patterns'>): Generator<Problem> {
	const { nodes, flows } = entry.data.architecture;
	const ids = nodes.map(({ id }) => id);
	for (const [index, { control, enforcedAt }] of entry.data.controls.entries()) {
		if (!enforcedAt) continue;
		const path = ['controls', index, 'enforcedAt'];
		const ends = typeof enforcedAt === 'string' ? [enforcedAt] : [enforcedAt.from, enforcedAt.to];
		const missing = ends.filter((id) => !ids.includes(id));
		for (const id of missing) {
			const message = `the control "${control}" is enforced at "${id}", which is not a node of the drawing.`;
			yield { entry, path, message, fix: didYouMean(id, ids, `Nodes: ${ids.join(', ')}.`) };
		}
		if (missing.length > 0 || typeof enforcedAt === 'string') continue;
		if (flows.some(({ from, to }) => from === enforcedAt.from && to === enforcedAt.to)) continue;
		const message = `the control "${control}" is enforced between "${enforcedAt.from}" and "${enforcedAt.to}", but no flow joins them.`;
		yield { entry, path, message, fix: 'Draw the flow, or name the node where it acts.' };
	}
}
