/** The glyph of a mark, for the build and for pages that a script fills in. */
import type { Sign, Tone } from '#catalogue/pages/blocks.ts';
import type { IconName } from './icons.ts';

const toneIcons = {
	ok: 'tick',
	warn: 'half',
	bad: 'gap',
	mute: 'st-draft',
} satisfies Record<Tone, IconName>;
const signIcons = {
	tick: 'tick',
	cross: 'cross',
	half: 'half',
	part: 'st-proposed',
	gap: 'gap',
	clock: 'clock',
	open: 'st-draft',
	old: 'st-deprecated',
} satisfies Record<Sign, IconName>;

/** The glyph that goes with a tone, unless a sign says otherwise. */
export const iconOf = (tone: Tone, sign?: Sign): IconName =>
	sign ? signIcons[sign] : toneIcons[tone];
