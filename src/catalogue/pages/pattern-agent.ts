/** What bounds the agent of a pattern, as its page shows it: tools, limits, way out, kill switch. */
import type { Agent } from '#schemas/agent.ts';
import { access } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { countOf } from '../words/count.ts';
import { formatNumber } from '../words/number.ts';
import { capital, listOf } from '../words/phrase.ts';
import { type EntryLink, linkById } from './citing.ts';

export interface AgentTool {
	name: string;
	does: string;
	connector: EntryLink;
	access: string;
}

export interface AgentBounds {
	tools: AgentTool[];
	/** Where it stops, as one sentence. */
	limits: string;
	escalation: { when: string; to: EntryLink };
	killSwitch: string;
}

/** The bounds of the agent; undefined where the pattern has none. */
export function agentOf(
	{ data: { agent } }: Entry<'patterns'>,
	catalogue: Catalogue,
): AgentBounds | undefined {
	if (!agent) return undefined;
	const { when, to } = agent.escalation;
	return {
		tools: agent.tools.map(({ connector, access: scope, ...tool }) => ({
			...tool,
			connector: linkById('connectors', connector, catalogue),
			access: access.label(scope),
		})),
		limits: limitWords(agent.limits),
		escalation: { when, to: linkById('roles', to, catalogue) },
		killSwitch: agent.killSwitch,
	};
}

function limitWords({ steps, spend }: Agent['limits']): string {
	const parts = [
		...(steps === undefined ? [] : [countOf(steps, 'step')]),
		...(spend === undefined ? [] : [`${formatNumber(spend)} in the currency the gateway bills`]),
	];
	return parts.length === 0
		? 'No limit is set.'
		: `${capital(`at most ${listOf(parts)}`)} for one task.`;
}
