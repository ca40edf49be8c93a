/** Parts of a page that are more than blocks: a drawing, the gates of a roll-out. */
import type { Architecture } from '#schemas/pattern.ts';
import type { Gate } from './pattern-record.ts';

export type Custom =
	/** The drawing of an architecture, with its key and its files. */
	| { name: 'drawing'; pattern: string; title: string; architecture: Architecture }
	/** The stages of a roll-out side by side, with what each asks for. */
	| { name: 'gates'; gates: readonly Gate[] };
