/** What the tests of the workflow use: services in memory, a scripted model, one case. */
import { type Clock, fixedClock } from './clock.ts';
import { memoryConnector } from './connectors/memory-connector.ts';
import { type KillSwitch, switchOver } from './controls/kill-switch-rollback.ts';
import type { ModelGateway } from './gateway/gateway.ts';
import { scriptedGateway } from './gateway/scripted-gateway.ts';
import { ROOT } from './root.ts';
import { openServices } from './services.ts';
import { openTriage } from './workflow.ts';

export const PIN = 'general-chat-2026-09-15';

/** A label that every check accepts for the case `newCase` makes. */
export const GOOD = {
	decision: 'label',
	queue: 'billing',
	category: 'billing',
	priority: 3,
	confidence: 0.9,
	quote: 'charged twice',
	reason: 'A charge was made twice.',
	abstainReason: null,
	suspicious: false,
};

export const newCase = (more: Readonly<Record<string, unknown>> = {}) => ({
	tags: [],
	language: 'en',
	sender: 'sender-1',
	customer: 'customer-1',
	subject: 'Payment',
	message: 'I was charged twice.',
	...more,
});

/** A model on the pinned version that gives these answers in turn. */
export const scripted = (...answers: readonly (object | string)[]) =>
	scriptedGateway(PIN, ...answers);

export interface Stage {
	gateway?: ModelGateway;
	cases?: Record<string, Record<string, unknown>>;
	clock?: Clock;
	killSwitch?: KillSwitch;
	root?: string;
}

/** The workflow in a test: everything it writes ends up in lists. */
export async function staged(options: Stage = {}) {
	const lines: string[] = [];
	const prompts: string[] = [];
	const services = await openServices({
		root: options.root ?? ROOT,
		clock: options.clock ?? fixedClock('2026-11-20T09:00:00Z'),
		gateway: options.gateway ?? scripted(GOOD),
		killSwitch: options.killSwitch ?? switchOver(() => true),
		writeAudit: (line) => lines.push(line),
		writePrompts: (line) => prompts.push(line),
	});
	const { access, logTouch: log } = services;
	const records = options.cases ?? { one: newCase() };
	const desk = memoryConnector({ name: 'service-desk', records, access, log });
	const customers = { 'customer-1': { products: ['Home internet'], serviceLevel: 'standard' } };
	const crm = memoryConnector({ name: 'crm', records: customers, access, log });
	const triage = openTriage(services, { desk, crm });
	/** Lines of the audit log of one kind. */
	const audited = (event: string): Record<string, unknown>[] =>
		lines.map((line) => JSON.parse(line)).filter((line) => line.event === event);
	return { services, desk, crm, triage, lines, prompts, audited };
}
