/**
 * Nodes owner and gate: the owner decides line by line and accepts exactly the text that is saved.
 */
import type { Account } from './account.ts';
import { MINUTE } from './clock.ts';
import { openGate } from './controls/approval-gate.ts';
import { assertNothingRemains } from './controls/data-loss-prevention.ts';
import type { Request } from './intake.ts';
import {
	assertFits,
	type Decision,
	decided,
	type Line,
	type Note,
	noteOf,
	undecided,
} from './lines.ts';
import type { NameMarks } from './names.ts';
import type { ReviewPolicy } from './reading.ts';
import { Refusal } from './refusal.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';

/** What the owner has on the screen: the note as it would be saved, and what supports each line. */
export interface Review {
	note: Note;
	digest: string;
	lines: readonly Line[];
	/** Who each mark stands for. It is shown next to the note and never saved. */
	key: Readonly<Record<string, string>>;
}

/** A drafted note on its way to its owner. */
export interface Drafted {
	request: Request;
	trace: string;
	account: Account;
	names: NameMarks;
	lines: readonly Line[];
}

interface Open extends Drafted {
	/** The note as drafted, to measure edits against. */
	first: Note;
	/** Since when its owner has been able to read it. A decision on a line does not restart it. */
	openedAt: Date;
	shown: Review;
}
export type OpenReview = Readonly<Open>;

export interface Reviews {
	/** Shows a draft to its owner. */
	open: (drafted: Drafted) => Review;
	/** Shows it again, for example after its time has run out. */
	show: (id: string) => Review;
	find: (id: string) => OpenReview | undefined;
	/** One line, one decision; returns what is on the screen then. @throws Refusal */
	decide: (id: string, by: string, line: string, decision: Decision) => Review;
	/** Calls `save` with the accepted note. @throws Refusal if nothing was accepted. */
	accept: (
		run: Run,
		id: string,
		by: string,
		digest: string,
		save: (note: Note, review: OpenReview) => Promise<void>,
	) => Promise<void>;
	close: (id: string) => void;
	/** Seconds since its owner was first able to read it. */
	seconds: (id: string) => number;
}

export function openReviews({ clock, redact }: Services, policy: ReviewPolicy): Reviews {
	const gate = openGate<Note>(policy, clock);
	const reviews = new Map<string, Open>();
	const found = (id: string): Open => {
		const review = reviews.get(id);
		if (review) return review;
		throw refused(`There is no draft of ${id} to decide on.`);
	};
	/** Every change is a new proposal, so an acceptance of the earlier text no longer counts. */
	const propose = (drafted: Drafted, before: Partial<Open> = {}): Review => {
		const { request, lines, trace, names } = drafted;
		const note = noteOf(lines, trace);
		const { digest, at } = gate.propose(request.id, note, request.owner);
		const shown = { note, digest, lines, key: names.key };
		const { first = note, openedAt = at } = before;
		reviews.set(request.id, { ...drafted, first, openedAt, shown });
		return shown;
	};
	const show = (id: string): Review => {
		const review = found(id);
		return propose(review, { first: review.first });
	};
	return {
		open: (drafted) => propose(drafted),
		show,
		find: (id) => reviews.get(id),
		decide: (id, by, lineId, typed) => {
			const review = found(id);
			if (by !== review.request.owner) throw refused(`${id} is not for this person to decide.`);
			const line = review.lines.find((one) => one.id === lineId);
			if (!line) throw refused(`${id} has no line ${lineId}.`);
			assertFits(line, typed, review.account);
			const decision = masked(typed);
			return propose({ ...review, lines: decided(review.lines, lineId, decision) }, review);

			function masked(one: Decision): Decision {
				if (one.word !== 'rewrite') return one;
				const redacted = redact(review.names.hide(one.text));
				assertNothingRemains(redacted);
				return { ...one, text: redacted.text };
			}
		},
		accept: async (run, id, by, digest, save) => {
			const review = found(id);
			run.at('gate');
			const open = undecided(review.lines).map((line) => `${line.id} (${line.flag})`);
			if (open.length > 0) throw refused(`Still to decide, one by one: ${open.join(', ')}.`);
			gate.decide(id, by, 'accept', digest);
			try {
				await gate.perform(id, async (note) => {
					run.passed('approval-gate', `Accepted by ${by}, text ${digest.slice(0, 8)}.`);
					await save(note, review);
				});
			} catch (error) {
				// Nothing is lost: the same text goes back to its owner, to be accepted again.
				show(id);
				throw error;
			}
			reviews.delete(id);
		},
		close: (id) => void reviews.delete(id),
		seconds: (id) => (clock.now().getTime() - found(id).openedAt.getTime()) / (MINUTE / 60),
	};
}

const refused = (message: string) => new Refusal('approval-gate', 'not-approved', message);
