/** How a refusal ends for a document: left where it is, or held for a person. Also who is told. */
import { refusalOf } from './refusal.ts';
import type { Ending, Run } from './run/run.ts';
import type { Services } from './services.ts';

/** Reasons why the task stays as it was. For every other reason, a person gets it. */
const LEAVES: ReadonlySet<string> = new Set([
	'switched-off',
	'taken-by-person',
	'delegation-ended',
	'call-limit',
	'spend-limit',
	'seen-before',
	'task-closed',
	'document-changed',
	'planted-record',
]);
/** Reasons that count as a held attack. */
const ATTACKS: ReadonlySet<string> = new Set(['screen-held']);

export interface About {
	sender?: string | undefined;
	/** A record of this item already waits for its reviewer. */
	waits?: boolean;
}

/** Ends a run with a refusal. Anything unforeseen goes to a person, too. */
export function endRun(
	run: Run,
	error: unknown,
	{ sender, waits = false }: About,
	{ held, abuse, audit }: Services,
): void {
	const refusal = refusalOf(error);
	const { reason } = refusal;
	const ending: Ending = LEAVES.has(reason) ? 'left' : 'held';
	run.refuse(refusal, ending);
	const { item, trace } = run;
	if (ending === 'held' && !waits) held.hold({ item, trace, reason });
	if (reason === 'model-changed') {
		// The first call on another version raises the alert; the gateway's own watch is the second
		// line.
		audit.line('alert', { tell: 'Platform On-call', says: refusal.message, traces: [trace] });
	}
	if (!ATTACKS.has(reason)) return;
	for (const alert of abuse.held(sender ?? 'unknown', trace)) {
		run.say('abuse-monitoring', `${alert.tell} is told: ${alert.says}`);
		audit.line('alert', { ...alert });
	}
}
