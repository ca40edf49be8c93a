/** A pattern does through a connector only what the connector offers, and lists what it uses. */
import type { Rule } from '../model/rule.ts';

export const connectorAccess: Rule = {
	id: 'connector-access',
	phase: 'policy',
	severity: 'error',
	summary:
		'The connector offers the access, a write after approval has a gate, and nodes use listed connectors.',
	why: 'You cannot grant access that a connector does not offer. If a write needs approval but has no gate, nobody approves it.',
	source: 'Domain rule 6, project brief, section 6',
	example: {
		in: 'patterns',
		fails: `connectors:
  - connector: gateway
    access: read
    data: internal
    why: The model reads the whole case.`,
		passes: `connectors:
  - connector: gateway
    access: invoke
    data: internal
    why: The model reads the whole case.`,
	},
	*check({ patterns, connectors, policy }) {
		for (const entry of patterns.values()) {
			const { connectors: uses, architecture, controls } = entry.data;
			for (const [index, { connector: id, access }] of uses.entries()) {
				const path = ['connectors', index, 'access'];
				const connector = connectors.get(id)?.data;
				const offered = connector?.scopes.map((scope) => scope.access) ?? [];
				if (connector && !offered.includes(access)) {
					const message = `"${id}" does not offer the access "${access}".`;
					yield { entry, path, message, fix: `It offers: ${offered.join(', ')}.` };
				}
				if (
					access === 'write-approved' &&
					!controls.some(({ control }) => control === policy.highTier.gate)
				) {
					const message = `a write after approval through "${id}" needs the control "${policy.highTier.gate}".`;
					yield {
						entry,
						path,
						message,
						fix: `Add ${policy.highTier.gate} to \`controls\`, with the node where a person accepts.`,
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
