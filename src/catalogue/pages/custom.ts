/** Parts of a page that are more than blocks: a drawing, the gates of a roll-out, a form. */
import type { Architecture } from '#schemas/pattern.ts';

export type Custom =
	/** The drawing of an architecture, with its key and its files. */
	{ name: 'drawing'; pattern: string; title: string; architecture: Architecture };
