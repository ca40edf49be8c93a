/**
 * Nodes correct and drift: a filed record is sent back in one step, and every correction is learned
 * from.
 */
import type { Capture } from './capture.ts';
import { ConnectorDown } from './connectors/connector.ts';
import { callerOf } from './controls/access-control.ts';
import { driftShape, findDrift, sharesOf, type Week } from './controls/drift-monitoring.ts';
import type { Report } from './controls/feedback-channel.ts';
import { CONTROL } from './controls/human-override.ts';
import { assertTrained } from './controls/role-training.ts';
import type { Change, Reason } from './desk.ts';
import { isOfForm } from './field-rules.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, list, text } from './policy/shape.ts';
import { Refusal } from './refusal.ts';
import type { Reviewers } from './reviewers.ts';
import { openRun, type Run } from './run/run.ts';
import type { Services } from './services.ts';
import { type AcceptedRecord, type ProcessEngine, variablesOf } from './writer.ts';

export const correctionsShape = fields({
	/** What a correction is about, with one key each. */
	reasons: list(text),
	/** Who can use a filed value: the one list agreed with the process owner. */
	consumers: list(text),
});

export interface Filed {
	capture: Capture;
	accepted: AcceptedRecord;
	by: string;
	/** Names of the fields that a person changed, before or after filing. */
	corrected: Set<string>;
	usedBy: Set<string>;
	stopped: boolean;
}

/** A layout that nobody knows needs a look from this share of a week on, in per cent. */
const NEW_LAYOUT = 5;

export function openCorrect(
	services: Services,
	engine: ProcessEngine,
	{ pattern, reviewers }: { pattern: string; reviewers: Reviewers },
) {
	const { root, access, overrides, held, training, feedback, telemetry, audit } = services;
	const policy = readPolicy(root, 'policy/corrections.yaml', correctionsShape);
	const records = new Map<string, Filed>();
	const changes: Change[] = [];
	const found = (item: string): Filed => {
		const one = records.get(item);
		if (one) return one;
		throw new Refusal(CONTROL, 'not-filed', `No record of "${item}" is filed.`);
	};
	const assertConsumer = (consumer: string): void => {
		if (policy.consumers.includes(consumer)) return;
		const message = `${consumer} is not on the list of policy/corrections.yaml.`;
		throw new Refusal(CONTROL, 'unknown-consumer', message);
	};

	return {
		reasons: policy.reasons,
		/** Notes a record that was written. */
		filed: (
			capture: Capture,
			accepted: AcceptedRecord,
			by: string,
			changed: readonly Change[],
		): void => {
			const corrected = new Set(changed.map(({ field }) => field));
			const use = { usedBy: new Set<string>(), stopped: false };
			records.set(capture.item, { capture, accepted, by, corrected, ...use });
			changes.push(...changed);
			audit.line('filed', { trace: capture.trace, item: capture.item, by });
		},
		/** The next step takes a value. @throws Refusal while the record is sent back. */
		use: (item: string, consumer: string): AcceptedRecord['values'] => {
			assertConsumer(consumer);
			const one = found(item);
			if (one.stopped) throw new Refusal(CONTROL, 'sent-back', `"${item}" was sent back.`);
			one.usedBy.add(consumer);
			return one.accepted.values;
		},
		/** Reviewer or next step sends a record back: the process stops, and earlier users are told. */
		sendBack: async (item: string, by: string): Promise<Run> => {
			const one = found(item);
			const run = openRun(item, pattern, services, one.capture.trace);
			const { trace } = run;
			run.at('correct');
			one.stopped = true;
			try {
				await engine.setStopped(item, true, callerOf(access, trace));
			} catch (error) {
				// Everyone who used the value must be told anyway, now more than ever.
				if (!(error instanceof ConnectorDown)) throw error;
				run.done('The engine does not answer: the process must be stopped there by hand.');
			}
			overrides.record({ item, trace, by, word: 'undone', before: {}, after: {} });
			for (const consumer of one.usedBy) audit.line('told', { trace, item, consumer });
			audit.line('person', { trace, item, by, word: 'undone' });
			const told = [...one.usedBy].join(', ') || 'nobody, since nobody used it';
			run.passed(CONTROL, `Sent back by ${by}. Nobody is given its values. Told: ${told}.`);
			run.signals({ 'aicat.user.action': 'undone', 'aicat.escalation.reason': 'sent-back' });
			held.hold({ item, trace, reason: 'sent-back' });
			run.end('held');
			return run;
		},
		/** A person keys a sent-back field from the page; the process goes on. */
		rekey: async (item: string, by: string, field: string, value: string, reason: Reason) => {
			assertTrained(by, training);
			const one = found(item);
			const { capture, corrected } = one;
			reviewers.assertMember(by, capture.group);
			if (!one.stopped) {
				const message = `"${item}" was accepted unchanged; send it back first.`;
				throw new Refusal(CONTROL, 'not-sent-back', message);
			}
			const own = capture.fields.find(({ name }) => name === field);
			if (!own || !isOfForm(own.type, value) || !policy.reasons.includes(reason)) {
				throw new Refusal('output-validation', 'wrong-form', `${field} cannot have this value.`);
			}
			const { trace } = capture;
			const before = one.accepted.values[field] ?? undefined;
			const caller = { service: 'workflow-engine', onBehalfOf: by, trace };
			const accepted = structuredClone(one.accepted);
			accepted.values[field] = value;
			accepted.sources[field] = null;
			await engine.write(item, variablesOf(accepted, by, trace), caller);
			await engine.setStopped(item, false, caller);
			Object.assign(one, { accepted, stopped: false });
			held.take(item);
			corrected.add(field);
			changes.push({ item, trace, field, before, after: value, by, reason });
			audit.line('person', { trace, item, by, word: 'edited', field, reason });
			telemetry.later(trace, 'user action', {
				'aicat.user.action': 'edited',
				'aicat.extraction.fields_corrected': [field],
			});
		},
		/** The next step reports a wrong value from its own screen. */
		report: (item: string, by: string): Report => {
			const report = feedback.report({ item, trace: found(item).capture.trace, by });
			audit.line('feedback', { ...report });
			return report;
		},
		/** Corrections so far: each is a candidate for the labelled set. */
		changes: (): readonly Change[] => changes,
		drift: (): string[] =>
			findDrift(
				weekOf([...records.values()]),
				readPolicy(root, 'telemetry/drift.yaml', driftShape),
			),
	};
}
export type Correct = ReturnType<typeof openCorrect>;

/** Shares of the layouts, and in which part of the records a person changed each field. */
export function weekOf(
	filed: readonly { capture: Pick<Capture, 'layout' | 'fields'>; corrected: ReadonlySet<string> }[],
): Week {
	const share = sharesOf(filed.map(({ capture }) => capture.layout));
	// A few odd pages a week are not a new layout.
	if ((share.unknown ?? 0) <= NEW_LAYOUT) delete share.unknown;
	const names = new Set(filed.flatMap(({ capture }) => capture.fields.map(({ name }) => name)));
	const corrected = [...names].map((name) => {
		const own = filed.filter(({ capture }) => capture.fields.some((one) => one.name === name));
		const changed = own.filter((one) => one.corrected.has(name)).length;
		return [name, Math.round((changed / own.length) * 100)] as const;
	});
	return { share, corrected: Object.fromEntries(corrected) };
}
