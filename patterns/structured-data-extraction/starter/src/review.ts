/**
 * Node gate: a record is written only if a reviewer accepts exactly the values shown, and has
 * confirmed each open field by itself. Records with planted errors stop here, caught or not.
 */
import { type Capture, isOpen } from './capture.ts';
import { CONTROL, openGate } from './controls/approval-gate.ts';
import { assertReady, type Change, openDesk, type Reason, type Waiting } from './desk.ts';
import { endRun } from './endings.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, number } from './policy/shape.ts';
import { Refusal } from './refusal.ts';
import type { Reviewers } from './reviewers.ts';
import { openRun, type Run } from './run/run.ts';
import { openSeeds, seedShape } from './seeds.ts';
import type { Services } from './services.ts';
import type { AcceptedRecord, Write } from './writer.ts';

/** Reasons why a record stops waiting: it was decided, or is read again. */
const ENDS: ReadonlySet<string> = new Set([
	'planted-record',
	'document-changed',
	'task-closed',
	'taken-by-person',
]);

const shape = fields({ validMinutes: number, seeds: seedShape });

export interface ReviewParts {
	pattern: string;
	reviewers: Reviewers;
	write: Write;
	reasons: readonly Reason[];
	/** Called with a record that was written. */
	filed: (
		capture: Capture,
		accepted: AcceptedRecord,
		by: string,
		changes: readonly Change[],
	) => void;
}

export function openReview(services: Services, parts: ReviewParts) {
	const { root, clock, held, overrides, abuse, audit } = services;
	const policy = readPolicy(root, 'policy/approval.yaml', shape);
	const gate = openGate<AcceptedRecord>(policy, clock);
	const seeds = openSeeds(policy.seeds);
	const { waiting, found, ...desk } = openDesk(services, { ...parts, gate });

	const opened = (one: Waiting, at: string) => {
		const run = openRun(one.capture.item, parts.pattern, services, one.capture.trace);
		run.at(at);
		return run;
	};

	function signReview(run: Run, { changes, takenAt }: Waiting, word: string): void {
		const seconds = takenAt ? (clock.now().getTime() - takenAt.getTime()) / 1000 : 0;
		run.signals({
			'aicat.extraction.review_seconds': seconds,
			'aicat.extraction.fields_corrected': changes.map(({ field }) => field),
			'aicat.user.action': word,
		});
	}

	async function file(run: Run, one: Waiting, accepted: AcceptedRecord, by: string) {
		const { item } = one.capture;
		if (seeds.isSeeded(item)) {
			const caught = seeds.decided(item, accepted.values);
			const says = `A record with a planted error, ${caught ? 'caught' : 'missed'}; it is not written.`;
			throw new Refusal(CONTROL, 'planted-record', says);
		}
		await parts.write(run, accepted, by);
		waiting.delete(item);
		held.take(item);
		parts.filed(one.capture, accepted, by, one.changes);
	}

	return {
		...desk,
		plantSeed: (item: string, field: string, value: string): void => {
			const one = waiting.get(item);
			if (one) seeds.plant(one.capture, field, value);
		},
		seedReport: seeds.report,
		/** Accepts what was shown. The record is written, or the run says why not. */
		accept: async (item: string, reviewer: string, digest: string): Promise<Run> => {
			const one = found(item, reviewer);
			const run = opened(one, 'reviewer');
			try {
				const open = one.capture.fields.filter(isOpen).length;
				run.passed('role-training', `${reviewer} is on the record, and of ${one.capture.group}.`);
				run.done(`Open fields: ${open}, of which keyed: ${one.changes.length}.`);
				run.at('gate');
				assertReady(one);
				gate.decide(item, reviewer, 'accept', digest);
				signReview(run, one, one.changes.length > 0 ? 'edited' : 'accepted');
				for (const alert of abuse.acted('accepted', reviewer, run.trace)) {
					audit.line('alert', { ...alert });
				}
				const { trace } = run;
				audit.line('person', { trace, item, by: reviewer, word: 'accepted', digest });
				run.passed(CONTROL, `Open fields one by one, then exactly these values, by ${reviewer}.`);
				await gate.perform(item, (accepted) => file(run, one, accepted, reviewer));
				run.end('applied');
			} catch (error) {
				if (error instanceof Refusal && ENDS.has(error.reason)) waiting.delete(item);
				const waits = waiting.has(item);
				endRun(run, error, { waits }, services);
				if (waits) held.hold({ item, trace: run.trace, reason: 'review' });
			}
			return run;
		},
		/** Refuses the document: it is keyed by hand, or goes back to the sender. */
		refuse: (item: string, reviewer: string, digest: string): Run => {
			const one = found(item, reviewer);
			gate.decide(item, reviewer, 'reject', digest);
			const run = opened(one, 'reviewer');
			signReview(run, one, 'rejected');
			waiting.delete(item);
			seeds.decided(item);
			const about = { item, trace: run.trace, by: reviewer };
			overrides.record({ ...about, word: 'rejected', before: {}, after: {} });
			audit.line('person', { ...about, word: 'rejected' });
			run.passed('human-override', `Refused by ${reviewer}; a person keys it by hand.`);
			run.end('left');
			return run;
		},
	};
}
export type Review = ReturnType<typeof openReview>;
