import { expect, test } from 'vitest';
import type { Agent } from '#schemas/agent.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { agentOf } from './pattern-agent.ts';

const agent: Agent = {
	tools: [{ name: 'ask_model', does: 'Asks the model.', connector: 'gateway', access: 'invoke' }],
	limits: { steps: 8 },
	escalation: { when: 'The last step ends without an answer.', to: 'analyst' },
	killSwitch: 'The gateway key is withdrawn.',
};
const seen = (limits: Agent['limits']) => {
	const pattern = entry('patterns', 'summary', { agent: { ...agent, limits } });
	return agentOf(
		pattern,
		catalogueOf(
			pattern,
			entry('connectors', 'gateway', { title: 'Gateway' }),
			entry('roles', 'analyst', { title: 'Analyst' }),
		),
	);
};

test('a pattern without an agent says nothing of one', () => {
	const pattern = entry('patterns');
	expect(agentOf(pattern, catalogueOf(pattern))).toBeUndefined();
});

test('an agent shows its tools with their connectors, and who takes over', () => {
	expect(seen({ steps: 8 })).toMatchObject({
		tools: [{ name: 'ask_model', connector: { title: 'Gateway', path: '/connectors/gateway/' } }],
		escalation: { to: { title: 'Analyst', path: '/roles/analyst/' } },
		killSwitch: 'The gateway key is withdrawn.',
	});
});

test.each([
	[{ steps: 8 }, 'At most 8 steps for one task.'],
	[
		{ steps: 1, spend: 1500 },
		'At most 1 step and 1,500 in the currency the gateway bills for one task.',
	],
	[{}, 'No limit is set.'],
])('the limits %o read "%s"', (limits, text) => {
	expect(seen(limits)?.limits).toBe(text);
});
