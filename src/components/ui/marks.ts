/** How each state of an entry looks: glyph, tone, word. The words are those of the states. */
import { type EntryState, states } from '#catalogue/judge/approval/state.ts';
import type { IconName } from './icons.ts';

/** Tone of a mark; always carried by a glyph and a word as well. */
export type Tone = 'ok' | 'warn' | 'bad' | 'mute';

export type StampState = EntryState;

export interface MarkLook {
	icon: IconName;
	tone: Tone;
	label: string;
	/** What it asks of the reader. */
	duty: string;
}

const look = (state: EntryState, icon: IconName, tone: Tone): MarkLook => ({
	icon,
	tone,
	label: states[state].label,
	duty: states[state].duty,
});

export const stamps = {
	approved: look('approved', 'st-approved', 'ok'),
	changed: look('changed', 'gap', 'warn'),
	overdue: look('overdue', 'clock', 'warn'),
	published: look('published', 'st-approved', 'mute'),
	proposed: look('proposed', 'st-proposed', 'mute'),
	draft: look('draft', 'st-draft', 'mute'),
	deprecated: look('deprecated', 'st-deprecated', 'warn'),
	withdrawn: look('withdrawn', 'st-withdrawn', 'bad'),
} satisfies Record<EntryState, MarkLook>;
