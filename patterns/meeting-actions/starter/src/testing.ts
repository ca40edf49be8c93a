/** What the tests of the workflow use: services in memory, a scripted model, one meeting. */
import { type Clock, fixedClock } from './clock.ts';
import { memoryConnector } from './connectors/memory-connector.ts';
import { type KillSwitch, switchOver } from './controls/kill-switch-rollback.ts';
import type { ModelGateway } from './gateway/gateway.ts';
import { scriptedGateway } from './gateway/scripted-gateway.ts';
import type { FollowUpRequest } from './requests.ts';
import { ROOT } from './root.ts';
import type { FindNames } from './screen.ts';
import { openServices } from './services.ts';
import { memoryEngine } from './systems.ts';
import { openFollowUps } from './workflow.ts';

export const PIN = 'general-chat-2026-09-15';
export const NOW = '2026-11-20T15:00:00Z';
export const request: FollowUpRequest = { meeting: 'one', by: 'user-01', kind: 'transcript' };

export const ACTION = {
	action: 'Count the keys.',
	owner: 'P2',
	ownerGap: null,
	dueWords: 'by Monday',
	quote: 'I will count the keys by Monday',
};
/** A list that every check accepts for the meeting `newMeeting` makes. */
export const GOOD = {
	status: 'list',
	abstainReason: null,
	decisions: [{ decision: 'The door stays shut.', quote: 'the door stays shut' }],
	actions: [ACTION],
	openPoints: [],
	more: false,
	sensitiveOmitted: false,
	instructionsInRecord: false,
};

export const newMeeting = (more: Readonly<Record<string, unknown>> = {}) => ({
	organiser: 'user-01',
	grantedBy: 'user-01',
	grantedAt: '2026-11-20T08:00:00Z',
	guests: false,
	notice: true,
	tags: [],
	title: 'Keys of Ada Quillby',
	attended: [
		{ id: 'user-01', name: 'Ada Quillby' },
		{ id: 'user-02', name: 'Bo Tarrowby' },
	],
	absent: ['Hal Merrow'],
	text: 'Ada Quillby: Agreed, the door stays shut.\nBo Tarrowby: I will count the keys by Monday.',
	...more,
});

export const newProcess = (more: Readonly<Record<string, unknown>> = {}) => ({
	meetingDate: '2026-11-20',
	agenda: ['Keys, by Bo'],
	present: [
		{ id: 'user-01', part: 'chair' },
		{ id: 'user-02', part: 'member' },
	],
	ownTask: 'open',
	...more,
});

/** A model on the pinned version that gives these answers in turn. */
export const scripted = (...answers: readonly (object | string)[]) =>
	scriptedGateway(PIN, ...answers);

export interface Stage {
	gateway?: ModelGateway;
	meetings?: Record<string, Record<string, unknown>>;
	processes?: Record<string, Record<string, unknown>>;
	clock?: Clock;
	killSwitch?: KillSwitch;
	recognise?: FindNames;
	root?: string;
}

/** The workflow in a test: everything it writes ends up in lists. */
export async function staged(options: Stage = {}) {
	const lines: string[] = [];
	const prompts: string[] = [];
	const services = await openServices({
		root: options.root ?? ROOT,
		clock: options.clock ?? fixedClock(NOW),
		gateway: options.gateway ?? scripted(GOOD),
		killSwitch: options.killSwitch ?? switchOver(() => true),
		writeAudit: (line) => lines.push(line),
		writePrompts: (line) => prompts.push(line),
	});
	const { access, logTouch: log } = services;
	const records = options.meetings ?? { one: newMeeting() };
	const mail = memoryConnector({ name: 'mail-collab', records, access, log });
	const ids = Object.keys(records);
	const processes = options.processes ?? Object.fromEntries(ids.map((id) => [id, newProcess()]));
	const engine = memoryEngine(processes, access, log);
	const { recognise } = options;
	const followUps = openFollowUps(services, { mail, engine, ...(recognise && { recognise }) });
	/** Lines of the audit log of one kind. */
	const audited = (event: string): Record<string, unknown>[] =>
		lines.map((line) => JSON.parse(line)).filter((line) => line.event === event);
	return { services, mail, engine, followUps, lines, prompts, audited };
}
