import { expect, test } from 'vitest';
import type { Agent } from '#schemas/agent.ts';
import type { Pattern } from '#schemas/pattern.ts';
import { entry, problemsOf } from '#tests/support/build.ts';
import { agentBounds } from './agent-bounds.ts';

const agent: Agent = {
	tools: [
		{ name: 'ask', does: 'Asks the model.', connector: 'gateway', access: 'invoke' },
		{ name: 'send', does: 'Sends the mail.', connector: 'mail', access: 'write' },
	],
	limits: { steps: 8 },
	escalation: { when: 'The last step ends without an answer.', to: 'analyst' },
	killSwitch: 'The office withdraws the key.',
};
const [ask] = agent.tools;
const sound: Agent = { ...agent, tools: ask ? [ask] : [] };
const found = async (pattern: Partial<Pattern>) =>
	(await problemsOf(agentBounds, entry('patterns', 'summary', pattern))).map(
		({ path, message }) => `${path?.join('.')}: ${message}`,
	);

test('an agent within its bounds is fine, and so is a pattern without one', async () => {
	expect(await found({ techniques: ['agent'], agent: sound })).toEqual([]);
	expect(await found({})).toEqual([]);
});

test('an agent without bounds is refused', async () => {
	expect(await found({ techniques: ['agent'] })).toEqual([
		'techniques: the technique "agent" needs the block `agent`, which is missing.',
	]);
});

test('bounds without the technique would hide the tier of an agent', async () => {
	expect(await found({ agent: sound })).toEqual([
		'techniques: `agent` is filled in, but "agent" is not among the techniques.',
	]);
});

test('a limit of steps or of spend is needed; either is enough', async () => {
	const limited = (limits: Agent['limits']) =>
		found({ techniques: ['agent'], agent: { ...sound, limits } });
	expect(await limited({})).toEqual(['agent.limits: the agent has no limit.']);
	expect(await limited({ spend: 0.5 })).toEqual([]);
});

test('a tool goes only through a connector and an access that the pattern lists', async () => {
	expect(await found({ techniques: ['agent'], agent })).toEqual([
		'agent.tools.1.connector: the tool "send" uses "mail" to write, which `connectors` does not list.',
	]);
	const wider = { ...sound, tools: ask ? [{ ...ask, access: 'write' as const }] : [] };
	expect(await found({ techniques: ['agent'], agent: wider })).toEqual([
		'agent.tools.0.access: the tool "ask" uses "gateway" to write, which `connectors` does not list.',
	]);
});
