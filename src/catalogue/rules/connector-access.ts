/** A pattern does through a connector only what the connector offers and the tier allows. */
import { atLeast, tierOf } from '../tier.ts';
import type { Rule } from './engine.ts';

export const connectorAccess: Rule = {
	id: 'connector-access',
	phase: 'policy',
	severity: 'error',
	summary: 'Access is offered by the connector; from medium tier a plain write names its fields.',
	why: '',
	source: 'Domain rule 6, brief §6',
	*check({ patterns, connectors, policy }) {
		for (const entry of patterns.values()) {
			const { connectors: uses, architecture, controls } = entry.data;
			const tier = tierOf(entry.data, policy);
			for (const [index, { connector: id, access, fields }] of uses.entries()) {
				const path = ['connectors', index, 'access'];
				const connector = connectors.get(id)?.data;
				const offered = connector?.scopes.map((scope) => scope.access) ?? [];
				if (connector && !offered.includes(access)) {
					const message = `"${id}" does not offer the access "${access}".`;
					yield { entry, path, message, fix: `It offers: ${offered.join(', ')}.` };
				}
				if (access === 'write' && atLeast(tier, 'medium') && !fields?.length) {
					const message = `at ${tier} tier a write through "${id}" must name its fields.`;
					yield {
						entry,
						path,
						message,
						fix: 'List the reversible fields in `fields`, or use write-approved.',
					};
				}
				if (
					access === 'write-approved' &&
					!controls.some(({ control }) => control === 'approval-gate')
				) {
					const message = `a write after approval through "${id}" needs the control "approval-gate".`;
					yield {
						entry,
						path,
						message,
						fix: 'Add approval-gate to `controls`, with the node where a person accepts.',
					};
				}
				if (connector?.auth.model === 'static-key' && tier !== 'low') {
					const message = `"${id}" signs in with a static key, which is allowed at low tier only.`;
					yield {
						entry,
						path,
						message,
						fix: 'Use a connector with delegated or workload identity.',
					};
				}
			}
			const used = new Set(uses.map(({ connector }) => connector));
			for (const [index, node] of architecture.nodes.entries()) {
				if (!node.connector || used.has(node.connector)) continue;
				const path = ['architecture', 'nodes', index, 'connector'];
				const message = `the node "${node.id}" uses "${node.connector}", which \`connectors\` does not list.`;
				yield {
					entry,
					path,
					message,
					fix: 'Add it to `connectors` with its access, data class and reason.',
				};
			}
		}
	},
};
