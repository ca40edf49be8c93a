/** One item on its way: what happened at each control, on the screen, in the audit log, in the trace. */
import { withoutSecrets } from '../audit/audit-log.ts';
import type { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import type { Signals } from '../telemetry/contract.ts';

export type StepKind = 'passed' | 'changed' | 'refused' | 'done';

export interface Step {
	/** Node of the architecture it happened at. */
	node: string;
	/** Control that acted, where one did. */
	control: string | undefined;
	kind: StepKind;
	says: string;
}

/** How it ended for the item. */
export type Ending = 'applied' | 'held' | 'left';

export interface Run {
	trace: string;
	item: string;
	steps: Step[];
	ending: Ending | undefined;
	/** Reason of a refusal, a word of the pattern's list. */
	reason: string | undefined;
	/** Names the node that follows. */
	at: (node: string) => void;
	passed: (control: string | undefined, says: string) => void;
	changed: (control: string | undefined, says: string) => void;
	done: (says: string) => void;
	/** A notice that changes nothing for the item. */
	say: (control: string, says: string) => void;
	/** A control refused; how it ends for the item is up to the workflow. */
	refuse: (refusal: Refusal, ending: Ending) => void;
	/** Signals on the span of the item, and on one of its own inside it. */
	signals: (signals: Signals) => void;
	child: (name: string, signals: Signals) => void;
	end: (ending: Ending) => void;
}

export function openRun(
	item: string,
	pattern: string,
	{ audit, redact, telemetry }: Services,
	/** Trace of an earlier run on this item that this one continues. */
	known?: string,
): Run {
	const span = telemetry.start(pattern, known);
	const { trace } = span;
	let node = 'intake';
	const add = (kind: StepKind, control: string | undefined, said: string) => {
		// People read a screen over your shoulder and copy it into tickets, so it shows no more than
		// the log.
		const says = String(withoutSecrets(said, redact));
		run.steps.push({ node, control, kind, says });
		audit.line('step', { trace, item, node, control, kind, says });
	};
	const run: Run = {
		trace,
		item,
		steps: [],
		ending: undefined,
		reason: undefined,
		at: (next) => {
			node = next;
		},
		passed: (control, says) => add('passed', control, says),
		changed: (control, says) => add('changed', control, says),
		done: (says) => add('done', undefined, says),
		say: (control, says) => {
			add('passed', control, says);
			audit.line('notice', { trace, item, control, says });
		},
		refuse: (refusal, ending) => {
			add('refused', refusal.control, refusal.message);
			run.reason = refusal.reason;
			span.set({ 'aicat.escalation.reason': refusal.reason });
			run.end(ending);
		},
		signals: (signals) => span.set(signals),
		child: (name, signals) => span.child(name, signals),
		end: (ending) => {
			if (run.ending) return;
			run.ending = ending;
			audit.line('ended', { trace, item, ending, reason: run.reason });
			span.end();
		},
	};
	return run;
}
