/** An agent has bounds: the tools it may call, where it stops, who takes over. */
import type { Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';

const bounded = (limits: string) => `agent:
  tools:
    - { name: ask_model, does: Asks the model on the list., connector: gateway, access: invoke }
  limits: ${limits}
  escalation: { when: The last step ends without an answer., to: analyst }
  killSwitch: The gateway key is withdrawn by the office.`;

export const agentBounds: Rule = {
	id: 'agent-bounds',
	phase: 'structure',
	severity: 'error',
	summary:
		'An agent lists its tools, a step or spend limit, who it hands over to and how to switch it off.',
	why: 'A model that chooses its own steps does whatever its tools allow, for as long as you let it. If you do not limit it before it runs, you cannot stop it in time.',
	source: 'Domain rule 8, OWASP LLM03:2026, ASI02',
	example: {
		in: 'patterns',
		given: [{ in: 'patterns', data: 'techniques: [agent]' }],
		fails: bounded('{}'),
		passes: bounded('{ steps: 8 }'),
	},
	*check({ patterns }) {
		for (const entry of patterns.values()) {
			const isAgent = entry.data.techniques.includes('agent');
			if (entry.data.agent) {
				yield* bounds(entry, entry.data.agent);
				if (isAgent) continue;
				const message = '`agent` is filled in, but "agent" is not among the techniques.';
				const fix = 'Add it to `techniques`. The tier and the controls depend on it.';
				yield { entry, path: ['techniques'], message, fix };
			} else if (isAgent) {
				const message = 'the technique "agent" needs the block `agent`, which is missing.';
				const fix = 'Add `agent` with tools, limits, escalation and killSwitch.';
				yield { entry, path: ['techniques'], message, fix };
			}
		}
	},
};

function* bounds(
	entry: Entry<'patterns'>,
	{ tools, limits }: NonNullable<Entry<'patterns'>['data']['agent']>,
): Generator<Problem> {
	if (limits.steps === undefined && limits.spend === undefined) {
		const fix = 'Add `steps`, `spend`, or both.';
		yield { entry, path: ['agent', 'limits'], message: 'the agent has no limit.', fix };
	}
	for (const [index, { name, connector, access }] of tools.entries()) {
		const uses = entry.data.connectors.filter((use) => use.connector === connector);
		if (uses.some((use) => use.access === access)) continue;
		const path = ['agent', 'tools', index, uses.length > 0 ? 'access' : 'connector'];
		const message = `the tool "${name}" uses "${connector}" to ${access}, which \`connectors\` does not list.`;
		yield { entry, path, message, fix: 'Add that access to `connectors`, or remove the tool.' };
	}
}
