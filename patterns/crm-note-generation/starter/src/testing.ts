/**
 * What the tests of the workflow use: services in memory, a scripted model each, one interaction.
 */
import { type Clock, fixedClock } from './clock.ts';
import { memoryConnector } from './connectors/memory-connector.ts';
import { type KillSwitch, switchOver } from './controls/kill-switch-rollback.ts';
import type { ModelCall, ModelGateway } from './gateway/gateway.ts';
import { scriptedGateway } from './gateway/scripted-gateway.ts';
import type { Decision } from './lines.ts';
import { ROOT } from './root.ts';
import type { Run } from './run/run.ts';
import { openServices, type Services } from './services.ts';
import { memoryCalendar, memoryCrm, type Systems } from './systems.ts';
import { openNotes } from './workflow.ts';

export const PINS = {
	'note-from-interaction': 'general-chat-2026-09-15',
	'check-note-support': 'small-fast-2026-08-20',
};

export const TEXT = `Customer: We might order forty units in January.
Account owner: I will send you the volume terms by Monday.`;

/** A draft that every check accepts for the interaction `newInteraction` makes. */
export const GOOD = {
	status: 'note',
	abstainReason: null,
	outcome: 'advanced',
	opportunityId: 'OPP-1',
	facts: [
		{
			statement: 'The customer might order forty units in January.',
			quote: 'We might order forty units in January.',
		},
	],
	commitments: [
		{
			side: 'ours',
			what: 'send the volume terms',
			dueWords: 'by Monday',
			quote: 'I will send you the volume terms by Monday.',
		},
	],
	summary: 'Forty units might be ordered in January; the volume terms were promised.',
	sensitiveOmitted: false,
	instructionsInText: false,
};

const supported = (id: string, evidence: string) => {
	return { id, verdict: 'supported', evidence, reason: 'The text says so.' };
};

/** The support check agrees with every line of `GOOD`. */
export const AGREED = {
	verdicts: [
		supported('f1', 'We might order forty units in January.'),
		supported('c1', 'I will send you the volume terms by Monday.'),
	],
	missed: [],
};

/** It contradicts the fact. */
export const CONTRADICTED = {
	...AGREED,
	verdicts: AGREED.verdicts.map((one) =>
		one.id === 'f1' ? { ...one, verdict: 'contradicted' } : one,
	),
};

export const newInteraction = (more: Readonly<Record<string, unknown>> = {}) => ({
	kind: 'call',
	date: '2026-11-19',
	labels: [],
	sender: 'sender-1',
	participants: [
		{ id: 'owner-01', name: 'Kim Aldous' },
		{ id: 'contact-01', name: 'Dana Whitlock' },
	],
	text: TEXT,
	...more,
});

type Answers = readonly (object | string)[];
export type Models = ModelGateway & { calls: ModelCall[] };

/** Two models on their pinned versions. Each gives its answers in turn. */
export function scripted(drafts: Answers = [GOOD], checks: Answers = [AGREED]): Models {
	const drafter = scriptedGateway(PINS['note-from-interaction'], ...drafts);
	const checker = scriptedGateway(PINS['check-note-support'], ...checks);
	const calls: ModelCall[] = [];
	return {
		about: 'A script',
		calls,
		ask: async (call) => {
			calls.push(call);
			const model = call.prompt === 'check-note-support' ? checker : drafter;
			return { ...(await model.ask(call)), model: versionOf(call.model) };
		},
	};
}

const versionOf = (alias: string) =>
	Object.values(PINS).find((pin) => pin.startsWith(alias)) ?? 'unknown';

export interface Stage {
	gateway?: ModelGateway;
	/** Alias in the environment, which replaces the one in the prompts. */
	model?: string;
	interactions?: Record<string, Record<string, unknown>>;
	clock?: Clock;
	killSwitch?: KillSwitch;
	root?: string;
	change?: (services: Services) => Services;
}

const ACCOUNT = {
	name: 'Larkmoor Furnishings',
	number: 'LF-2041',
	openOpportunities: [{ id: 'OPP-1', name: 'Label printers' }],
	outcomes: ['advanced', 'unchanged', 'at-risk', 'ended', 'unclear'],
};

/** The workflow in a test: everything it writes ends up in lists. */
export async function staged(options: Stage = {}) {
	const lines: string[] = [];
	const prompts: string[] = [];
	const opened = await openServices({
		root: options.root ?? ROOT,
		clock: options.clock ?? fixedClock('2026-11-20T09:00:00Z'),
		gateway: options.gateway ?? scripted(),
		killSwitch: options.killSwitch ?? switchOver(() => true),
		writeAudit: (line) => lines.push(line),
		writePrompts: (line) => prompts.push(line),
	});
	const chosen = { ...opened, model: options.model };
	const services = options.change?.(chosen) ?? chosen;
	const { access, logTouch: log } = services;
	const records = options.interactions ?? { one: newInteraction() };
	const mail = memoryConnector({ name: 'mail-collab', records, access, log });
	const crm = memoryCrm(services, { 'account-1': ACCOUNT }, Object.keys(records));
	const calendar = memoryCalendar(services);
	const systems: Systems = { mail, calendar, crm, isLead: (person) => person === 'lead-01' };
	const notes = openNotes(services, systems);
	const draft = (id = 'one', owner = 'owner-01') =>
		notes.request({ id, owner, account: 'account-1' });
	/** Decides, then accepts what is on the screen. */
	const accept = (decisions: Readonly<Record<string, Decision>> = {}, by = 'owner-01') => {
		for (const [line, decision] of Object.entries(decisions))
			notes.decide('one', by, line, decision);
		return notes.accept('one', by, notes.look('one')?.digest ?? '');
	};
	/** Lines of the audit log of one kind. */
	const audited = (event: string): Record<string, unknown>[] =>
		lines.map((line) => JSON.parse(line)).filter((line) => line.event === event);
	return { services, mail, crm, calendar, notes, draft, accept, lines, prompts, audited };
}

export const outcome = ({ ending, reason }: Run) => [ending, reason];
