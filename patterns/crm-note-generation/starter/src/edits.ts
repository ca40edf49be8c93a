/**
 * What people change in a draft: every edit is feedback, and two of one kind in a week open a
 * ticket.
 */
import { DAY } from './clock.ts';
import type { Report } from './controls/feedback-channel.ts';
import type { Line } from './lines.ts';
import { fields, flag, list, number, text } from './policy/shape.ts';
import type { Services } from './services.ts';

export const CONTROL = 'feedback-channel';

/** policy/note-form.yaml. */
export const formShape = fields({
	/** Reasons that a person can pick. The last one is used if they pick none. */
	reasons: list(text),
	ticket: fields({ edits: number, withinDays: number }),
	/** Whether our dated commitments become unsent appointments. */
	calendarDrafts: flag,
});
export type NoteForm = ReturnType<typeof formShape>;

/**
 * One changed line. Its text stays in the note. What is kept here is what it says about the draft.
 */
export interface Edit {
	item: string;
	trace: string;
	line: string;
	kind: Line['kind'];
	word: 'drop' | 'rewrite' | 'add';
	reason: string;
	at: number;
}

export interface Edits {
	/** Notes the changed lines of an accepted note; returns the edits and the tickets they open. */
	note: (about: Pick<Edit, 'item' | 'trace'> & { by: string }, lines: readonly Line[]) => Edit[];
	tickets: () => readonly (Report & { says: string })[];
	all: () => readonly Edit[];
}

export function openEdits({ clock, feedback, audit }: Services, form: NoteForm): Edits {
	const { reasons, ticket } = form;
	const none = reasons.at(-1) ?? '';
	const edits: Edit[] = [];
	const tickets: (Report & { says: string })[] = [];
	const open = ({ item, trace }: Edit, by: string, says: string) => {
		const report = { ...feedback.report({ item, trace, by }), says };
		tickets.push(report);
		audit.line('feedback', { ...report });
	};
	return {
		note: ({ item, trace, by }, lines) => {
			const at = clock.now().getTime();
			const made = lines.flatMap((line): Edit[] => {
				const word = editOf(line);
				if (!word || !line.decision) return [];
				const picked = line.decision.word === 'keep' ? undefined : line.decision.reason;
				const reason = reasons.find((one) => one === picked) ?? none;
				return [{ item, trace, line: line.id, kind: line.kind, word, reason, at }];
			});
			for (const edit of made) {
				edits.push(edit);
				const alike = edits.filter(
					({ reason, at: when }) => reason === edit.reason && at - when < ticket.withinDays * DAY,
				);
				// Exactly at the number: the next one would open the same ticket again.
				if (edit.reason === none || alike.length !== ticket.edits) continue;
				open(edit, by, `${alike.length} lines changed as ${edit.reason} in a week.`);
			}
			return made;
		},
		tickets: () => tickets,
		all: () => edits,
	};
}

/**
 * What a decision changed. If you keep a drafted line, or do not add a missing one, nothing
 * changed.
 */
function editOf({ missed, decision }: Line): Edit['word'] | undefined {
	if (!decision) return undefined;
	if (missed) return decision.word === 'drop' ? undefined : 'add';
	return decision.word === 'keep' ? undefined : decision.word;
}
