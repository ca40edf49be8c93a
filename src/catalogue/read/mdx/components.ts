/** The components an entry may use, and what each of their props may hold. */

export interface PropCheck {
	(value: string): boolean;
	/** How to write it. */
	remedy: string;
}

const prop = (remedy: string, allows: (value: string) => boolean): PropCheck =>
	Object.assign((value: string) => allows(value), { remedy });

export const NOTE_KINDS = ['info', 'tip', 'important', 'decision', 'warning', 'caution'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** What a note of each kind is called, above its text. */
export const NOTE_WORDS = {
	info: 'Note',
	tip: 'Tip',
	important: 'Important',
	decision: 'Decision',
	warning: 'Warning',
	caution: 'Caution',
} satisfies Record<NoteKind, string>;

/** How urgent a note of each kind looks: a class of the stylesheet. */
export const NOTE_TONES = {
	info: 'info',
	tip: 'info',
	important: 'warn',
	decision: undefined,
	warning: 'warn',
	caution: 'bad',
} satisfies Record<NoteKind, string | undefined>;

/** Component name to its props. A component is added here and in `components/mdx/`. */
export const componentProps: Record<string, Map<string, PropCheck>> = {
	Note: new Map([
		[
			'kind',
			prop(`Write one of: ${NOTE_KINDS.join(', ')}.`, (value) =>
				NOTE_KINDS.some((kind) => kind === value),
			),
		],
		[
			'title',
			prop('Write 3 to 80 characters.', (value) => value.length >= 3 && value.length <= 80),
		],
	]),
};
