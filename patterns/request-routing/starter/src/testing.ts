/** What the tests of the workflow use: services in memory, a scripted model, one request. */
import { type Clock, fixedClock } from './clock.ts';
import type { Fields } from './connectors/connector.ts';
import { type KillSwitch, switchOver } from './controls/kill-switch-rollback.ts';
import type { ModelGateway } from './gateway/gateway.ts';
import { scriptedGateway } from './gateway/scripted-gateway.ts';
import { ROOT } from './root.ts';
import type { Run } from './run/run.ts';
import { openServices, type Services } from './services.ts';
import { openSystems } from './systems.ts';
import { openRouting } from './workflow.ts';

/** A choice that every check accepts for the request `newRequest` makes. */
export const GOOD = {
	decision: 'route',
	queue: 'facilities',
	secondChoice: 'equipment',
	confidence: 0.9,
	quote: 'desk chair',
	abstainReason: null,
	suspicious: false,
};
export const ABSTAINED = {
	...GOOD,
	decision: 'abstain',
	queue: null,
	secondChoice: null,
	quote: '',
	abstainReason: 'several-requests',
};

/** A request that no row of policy/rules.yaml matches. */
export const newRequest = (more: Fields = {}): Fields => ({
	form: 'workplace-request',
	topic: 'other',
	site: 'North campus',
	requester: 'person-01',
	title: 'Chair',
	text: 'My desk chair is broken.',
	...more,
});

/** A model on the pinned version that gives these answers in turn. */
export const scripted = (...answers: readonly (object | string)[]) =>
	scriptedGateway('small-fast-2026-08-20', ...answers);

export interface Stage {
	gateway?: ModelGateway;
	requests?: Record<string, Fields>;
	tickets?: Record<string, Fields>;
	clock?: Clock;
	killSwitch?: KillSwitch;
	writeAudit?: (line: string) => void;
	/** Last change of the services before the workflow opens. */
	change?: (services: Services) => Services;
}

/** The workflow in a test: everything it writes ends up in lists. */
export async function staged(options: Stage = {}) {
	const lines: string[] = [];
	const { change = (same) => same, requests = { one: newRequest() } } = options;
	const services = change(
		await openServices({
			root: ROOT,
			clock: options.clock ?? fixedClock('2026-11-20T09:00:00Z'),
			gateway: options.gateway ?? scripted(GOOD),
			killSwitch: options.killSwitch ?? switchOver(() => true),
			writeAudit: options.writeAudit ?? ((line) => lines.push(line)),
			writePrompts: () => {},
		}),
	);
	const { engine, desk } = openSystems(services, requests, options.tickets);
	const routing = openRouting(services, { engine, desk });
	/** Lines of the audit log of one kind. */
	const audited = (event: string): Record<string, unknown>[] =>
		lines.map((line) => JSON.parse(line)).filter((line) => line.event === event);
	return { services, engine, desk, routing, lines, audited };
}

export const outcome = ({ ending, reason }: Run) => [ending, reason];
