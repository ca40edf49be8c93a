/**
 * What people do with a draft: look, decide on lines, accept, write by hand. Also what is counted.
 */
import { actsOf, PATTERN } from './acts.ts';
import { assertTrained } from './controls/role-training.ts';
import { type Edit, type Edits, type NoteForm, openEdits } from './edits.ts';
import type { Decision, Note } from './lines.ts';
import { openReading, type ReviewPolicy } from './reading.ts';
import { Refusal, refusalOf } from './refusal.ts';
import type { OpenReview, Review, Reviews } from './review.ts';
import { openRun, type Run } from './run/run.ts';
import type { SaveNote } from './save.ts';
import type { Services } from './services.ts';
import type { Systems } from './systems.ts';
import { openUndo } from './undo.ts';
import type { Outcome } from './week.ts';

export interface People {
	/** What is on the owner's screen; undefined where there is no draft. */
	look: (id: string) => Review | undefined;
	/** Shows a draft again, for example after its time has run out. */
	show: (id: string) => Review;
	/** Keeps, drops or rewrites one line. @throws Refusal */
	decide: (id: string, by: string, line: string, decision: Decision) => Review;
	/** Accepts the text with this digest; it is saved, or the run says why not. */
	accept: (id: string, by: string, digest: string) => Promise<Run>;
	/** Writes by hand instead, or skips the note: no reason is asked. */
	reject: (id: string, by: string) => Run;
	/** Brings back what was there before the note. It also works while the switch is off. */
	undo: (id: string, by: string) => Promise<Run>;
	/** Takes an interaction that has no draft, to write the note by hand. */
	takeHeld: (id: string, by: string) => void;
	edits: Edits;
	/** Customer Operations reports a wrong draft it planted, and whether its owner caught it. */
	planted: (caught: boolean) => void;
	/** What the team must be told about how it reads drafts. */
	reading: () => string[];
	/**
	 * What is wrong with this month's planted drafts; undefined if there were enough and enough were
	 * caught.
	 */
	plantedShortfall: () => string | undefined;
}

export interface PeopleParts {
	reviews: Reviews;
	save: SaveNote;
	form: NoteForm;
	policy: ReviewPolicy;
	/** Outcomes of the week, to be marked as edited. */
	outcomes: Map<string, Outcome>;
}

export function openPeople(services: Services, systems: Systems, parts: PeopleParts): People {
	const { reviews, save, form, policy, outcomes } = parts;
	const { overrides, held, training, audit } = services;
	const edits = openEdits(services, form);
	const reading = openReading(policy);
	const acted = actsOf(services);
	const restoring = openUndo(services, systems, acted);

	/** A saved note counts as edited if any line was changed by hand. */
	async function keep(run: Run, by: string, note: Note, review: OpenReview): Promise<void> {
		const { request, trace, lines, first } = review;
		const { id } = request;
		const seconds = reviews.seconds(id);
		await save(run, request, note, review);
		run.signals({ 'aicat.note.digest_saved': review.shown.digest });
		audit.line('saved', { trace, item: id, by, digest: review.shown.digest });
		const made = edits.note({ item: id, trace, by }, lines);
		const word = made.length > 0 ? 'edited' : 'accepted';
		overrides.record({ item: id, trace, by, word, before: { ...first }, after: { ...note } });
		restoring.saved(id, { owner: request.owner, trace, note });
		const outcome = outcomes.get(id);
		if (outcome) outcome.edited = made.filter(isOfDraft).length;
		reading.accepted(
			[note.note_summary, ...note.note_facts, ...note.note_commitments].join(' '),
			seconds,
		);
		acted(
			id,
			{ trace, by, word },
			{
				'aicat.note.review_seconds': seconds,
				...(made.length > 0 && { 'aicat.note.edit_reasons': made.map(({ reason }) => reason) }),
			},
		);
		if (made.length === 0) return;
		run.at('edits');
		const said = made.map((edit) => `${edit.line} ${edit.word} (${edit.reason})`).join(', ');
		run.passed('feedback-channel', `Counted as feedback: ${said}.`);
	}

	return {
		look: (id) => reviews.find(id)?.shown,
		show: reviews.show,
		decide: (id, by, line, decision) => {
			const review = reviews.decide(id, by, line, decision);
			const trace = reviews.find(id)?.trace;
			audit.line('person', { trace, item: id, by, word: decision.word, line });
			return review;
		},
		accept: async (id, by, digest) => {
			const review = reviews.find(id);
			const run = openRun(id, PATTERN, services, review?.trace);
			run.at('owner');
			const made = review?.lines.flatMap(({ id: line, decision }) =>
				decision ? [`${line} ${decision.word}`] : [],
			);
			run.done(`${by} accepts. Decided before: ${made?.join(', ') || 'nothing'}.`);
			try {
				await reviews.accept(run, id, by, digest, (note, open) => keep(run, by, note, open));
				run.end('applied');
			} catch (error) {
				const refusal = refusalOf(error);
				run.refuse(refusal, refusal.reason === 'switched-off' ? 'left' : 'held');
			}
			return run;
		},
		reject: (id, by) => {
			const review = reviews.find(id);
			const run = openRun(id, PATTERN, services, review?.trace);
			run.at('owner');
			if (review && review.request.owner === by) {
				const { trace, first } = review;
				const seconds = reviews.seconds(id);
				overrides.record({
					item: id,
					trace,
					by,
					word: 'rejected',
					before: { ...first },
					after: {},
				});
				acted(id, { trace, by, word: 'rejected' }, { 'aicat.note.review_seconds': seconds });
				reviews.close(id);
				run.passed('human-override', `${by} writes it by hand; no reason is asked.`);
				run.end('left');
			} else {
				const message = `There is no draft of ${id} for ${by} to decide on.`;
				run.refuse(new Refusal('approval-gate', 'not-approved', message), 'left');
			}
			return run;
		},
		undo: restoring.undo,
		takeHeld: (id, by) => {
			assertTrained(by, training);
			const taken = held.take(id);
			if (!taken) return;
			const { trace } = taken;
			overrides.record({ item: id, trace, by, word: 'taken-over', before: {}, after: {} });
			acted(id, { trace, by, word: 'taken-over' });
		},
		edits,
		planted: reading.planted,
		reading: reading.notices,
		plantedShortfall: reading.shortfall,
	};
}

/**
 * A line that the model drafted and the support check knows. A wrong outcome or summary is only
 * feedback.
 */
const isOfDraft = ({ kind, word }: Edit): boolean =>
	word !== 'add' && ['fact', 'ours', 'theirs'].includes(kind);
