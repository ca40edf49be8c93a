/**
 * Node reviewer: a person sees the record next to the page, open fields first, and confirms or keys
 * each open one. Nothing is written here: the gate does that.
 */
import { type Capture, type CapturedField, isOpen } from './capture.ts';
import { type ApprovalGate, CONTROL } from './controls/approval-gate.ts';
import { assertTrained } from './controls/role-training.ts';
import { isOfForm } from './field-rules.ts';
import { Refusal } from './refusal.ts';
import type { Reviewers } from './reviewers.ts';
import type { Services } from './services.ts';
import type { AcceptedRecord } from './writer.ts';

/** What a correction was about, with one key each. */
export type Reason = string;

export interface Shown {
	/** Open ones first. Each field shows its quote, its page and why it is open. */
	fields: readonly CapturedField[];
	notes: readonly string[];
	/** The digest of exactly these values, which an acceptance names. */
	digest: string;
}

export interface Change {
	item: string;
	trace: string;
	field: string;
	before: string | undefined;
	after: string | undefined;
	by: string;
	reason: Reason;
}

/** A record that waits, or that a reviewer has taken. */
export interface Waiting {
	capture: Capture;
	/** Open fields that a person has looked at one by one. */
	confirmed: Set<string>;
	changes: Change[];
	takenAt: Date | undefined;
	takenBy: string | undefined;
}

export interface DeskParts {
	gate: ApprovalGate<AcceptedRecord>;
	reviewers: Reviewers;
	reasons: readonly Reason[];
}

export function openDesk(
	{ clock, held, training, audit }: Services,
	{ gate, reviewers, reasons }: DeskParts,
) {
	const waiting = new Map<string, Waiting>();

	function found(item: string, reviewer: string): Waiting & { takenAt: Date } {
		const one = waiting.get(item);
		if (one?.takenAt && one.takenBy === reviewer) return { ...one, takenAt: one.takenAt };
		throw new Refusal(CONTROL, 'not-approved', `${reviewer} has not taken "${item}".`);
	}

	/** The record as it is now, proposed again: every change needs its own acceptance. */
	function show({ capture }: Waiting, reviewer: string): Shown {
		const { digest } = gate.propose(capture.item, recordOf(capture), reviewer);
		const sorted = [...capture.fields].sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
		return { fields: structuredClone(sorted), notes: capture.notes, digest };
	}

	return {
		/** The records that wait, by item. */
		waiting,
		found,
		/** Node threshold passes a record on. */
		offer: (capture: Capture): void => {
			const { item, trace } = capture;
			const one = { capture, confirmed: new Set<string>(), changes: [] };
			waiting.set(item, { ...one, takenAt: undefined, takenBy: undefined });
			held.hold({ item, trace, reason: 'review' });
		},
		/** @throws Refusal for a person without training or outside the group. */
		take: (item: string, reviewer: string): Shown => {
			assertTrained(reviewer, training);
			const one = waiting.get(item);
			if (!one) throw new Refusal(CONTROL, 'not-approved', `No record "${item}" waits.`);
			reviewers.assertMember(reviewer, one.capture.group);
			held.take(item);
			// This person has not looked at what another person has looked at.
			if (one.takenBy !== reviewer) one.confirmed.clear();
			Object.assign(one, { takenAt: clock.now(), takenBy: reviewer });
			audit.line('person', { trace: one.capture.trace, item, by: reviewer, word: 'taken' });
			return show(one, reviewer);
		},
		/** One open field, compared with the page and found right; also for a field without a value. */
		confirm: (item: string, reviewer: string, field: string): void => {
			const { confirmed, capture } = found(item, reviewer);
			confirmed.add(field);
			audit.line('person', { trace: capture.trace, item, by: reviewer, word: 'confirmed', field });
		},
		/** Keys another value, or none; returns the record to accept now. */
		key: (
			item: string,
			by: string,
			field: string,
			value: string | undefined,
			reason: Reason,
		): Shown => {
			const one = found(item, by);
			const { capture, confirmed, changes } = one;
			const own = capture.fields.find(({ name }) => name === field);
			if (!own || !reasons.includes(reason)) {
				const message = `"${field}" for "${reason}" is not a correction; reasons: ${reasons.join(', ')}.`;
				throw new Refusal('feedback-channel', 'unknown-reason', message);
			}
			if (value !== undefined && !isOfForm(own.type, value)) {
				throw new Refusal(
					'output-validation',
					'wrong-form',
					`${field} does not have the form of ${own.type}.`,
				);
			}
			const { trace } = capture;
			changes.push({ item, trace, field, before: own.value, after: value, by, reason });
			// The quote was for the earlier value. The source of a keyed value is the person who keyed
			// it.
			Object.assign(own, { value, quote: undefined, page: undefined });
			confirmed.add(field);
			audit.line('person', { trace, item, by, word: 'edited', field, reason });
			return show(one, by);
		},
	};
}

/** @throws Refusal while there is an open field that nobody has looked at by itself. */
export function assertReady({ capture, confirmed }: Waiting): void {
	const left = capture.fields.filter((field) => isOpen(field) && !confirmed.has(field.name));
	if (left.length > 0) {
		const names = left.map(({ name }) => name).join(', ');
		throw new Refusal(CONTROL, 'not-confirmed', `Not confirmed one by one: ${names}.`);
	}
}

/** What is accepted: the values as shown, each with its page and quote if it has one. */
function recordOf({ item, document, documentVersion, schemaVersion, fields: own }: Capture) {
	const values = own.map(({ name, value }) => [name, value ?? null] as const);
	const sources = own.map(
		({ name, page, quote }) =>
			[name, page !== undefined && quote !== undefined ? { page, quote } : null] as const,
	);
	return {
		item,
		document,
		documentVersion,
		schemaVersion,
		values: Object.fromEntries(values),
		sources: Object.fromEntries(sources),
	};
}
