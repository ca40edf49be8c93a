/**
 * What people do: take held cases, keep or change a label, report a bad one. Also what is learned
 * from it.
 */
import type { Label } from './check.ts';
import type { Connector } from './connectors/connector.ts';
import { driftShape, findDrift, sharesOf, type Week } from './controls/drift-monitoring.ts';
import type { Report } from './controls/feedback-channel.ts';
import { assertTrained } from './controls/role-training.ts';
import { readPolicy } from './policy/read-policy.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';

/** A candidate for the labelled set: the label before and after, and the redacted text. */
export interface Correction {
	item: string;
	before: Label;
	after: Label;
	text: string;
}

export interface People {
	/** Notes a label that was written. */
	applied: (run: Run, label: Label) => void;
	/** An agent takes a held case to label it by hand. */
	takeHeld: (item: string, agent: string) => void;
	/** An agent keeps a label. */
	accept: (item: string, agent: string) => void;
	/** An agent changes a label: one call, no reason, and the pattern leaves the case from then on. */
	correct: (item: string, agent: string, after: Label) => Promise<void>;
	/** An agent reports a bad label. */
	report: (item: string, agent: string) => Report | undefined;
	corrections: () => readonly Correction[];
	/** Compares this week with the frozen ones. */
	drift: () => string[];
}

interface Applied {
	label: Label;
	trace: string;
	corrected: boolean;
}

export function openPeople(services: Services, desk: Connector): People {
	const { overrides, held, training, feedback, telemetry, audit, redact } = services;
	const labels = new Map<string, Applied>();
	const corrections: Correction[] = [];
	const traceOf = (item: string) => labels.get(item)?.trace ?? '';
	const acted = (
		item: string,
		by: string,
		word: 'accepted' | 'edited' | 'taken-over',
		more = {},
	) => {
		const trace = traceOf(item);
		audit.line('person', { trace, item, by, word, ...more });
		if (trace) telemetry.later(trace, 'user action', { 'aicat.user.action': word, ...more });
	};
	return {
		applied: (run, label) =>
			void labels.set(run.item, { label, trace: run.trace, corrected: false }),
		takeHeld: (item, agent) => {
			assertTrained(agent, training);
			const taken = held.take(item);
			if (!taken) return;
			const { trace } = taken;
			overrides.record({ item, trace, by: agent, word: 'taken-over', before: {}, after: {} });
			audit.line('person', { trace, item, by: agent, word: 'taken-over' });
			telemetry.later(trace, 'user action', { 'aicat.user.action': 'taken-over' });
		},
		accept: (item, agent) => acted(item, agent, 'accepted'),
		correct: async (item, agent, after) => {
			const found = labels.get(item);
			if (!found) return;
			const { label: before, trace } = found;
			const caller = { service: 'service-desk', onBehalfOf: agent, trace };
			const { subject, message } = await desk.read(item, ['subject', 'message'], caller);
			await desk.write(item, { ...after }, caller);
			const changed = overrides.record({
				item,
				trace,
				by: agent,
				word: 'edited',
				before: { ...before },
				after: { ...after },
			});
			labels.set(item, { label: after, trace, corrected: true });
			corrections.push({ item, before, after, text: redact(`${subject}\n${message}`).text });
			acted(item, agent, 'edited', { 'aicat.triage.corrected_fields': changed });
		},
		report: (item, by) => {
			const found = labels.get(item);
			if (!found) return undefined;
			const report = feedback.report({ item, trace: found.trace, by });
			audit.line('feedback', { ...report });
			return report;
		},
		corrections: () => corrections,
		drift: () =>
			findDrift(
				weekOf([...labels.values()]),
				readPolicy(services.root, 'telemetry/drift.yaml', driftShape),
			),
	};
}

/** Shares of the queues, and how many labels of each a person changed. */
export function weekOf(applied: readonly Pick<Applied, 'label' | 'corrected'>[]): Week {
	const queues = applied.map(({ label }) => label.queue);
	const corrected = Object.fromEntries(
		[...new Set(queues)].map((queue) => {
			const own = applied.filter(({ label }) => label.queue === queue);
			const share = own.filter((one) => one.corrected).length / own.length;
			return [queue, Math.round(share * 100)];
		}),
	);
	return { share: sharesOf(queues), corrected };
}
