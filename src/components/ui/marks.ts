/** How each state of an entry looks: glyph, tone, word. The duty comes from the vocabulary. */
import { type Status, status } from '#schemas/vocabularies.ts';
import type { IconName } from './icons.ts';

/** Tone of a mark; always carried by a glyph and a word as well. */
export type Tone = 'ok' | 'warn' | 'bad' | 'mute';

/** What a stamp can say: the status, or that the approval no longer holds as it stands. */
export type StampState = Status | 'changed' | 'overdue';

export interface MarkLook {
	icon: IconName;
	tone: Tone;
	label: string;
	/** What it asks of the reader. */
	duty: string;
}

const ours = (value: Status, icon: IconName, tone: Tone): MarkLook => ({
	icon,
	tone,
	label: status.label(value),
	duty: status.terms[value].meaning,
});

export const stamps = {
	approved: ours('approved', 'st-approved', 'ok'),
	changed: {
		icon: 'gap',
		tone: 'warn',
		label: 'Changed since approval',
		duty: 'Use the approved version. Start no new use until the Council has looked at the change.',
	},
	overdue: {
		icon: 'clock',
		tone: 'warn',
		label: 'Review overdue',
		duty: 'Keep running. Do not start new use cases until the review is done.',
	},
	proposed: ours('proposed', 'st-proposed', 'mute'),
	draft: ours('draft', 'st-draft', 'mute'),
	deprecated: ours('deprecated', 'st-deprecated', 'warn'),
	withdrawn: ours('withdrawn', 'st-withdrawn', 'bad'),
} satisfies Record<StampState, MarkLook>;

/** Letters of the layers, as references such as `P2` write them. */
export const layerLetters = {
	data: 'D',
	orchestration: 'O',
	model: 'M',
	policy: 'P',
	observability: 'V',
} as const;
