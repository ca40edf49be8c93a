/** Records what a person did, on the trace of the note they did it to. */
import type { Word } from './controls/human-override.ts';
import type { Services } from './services.ts';

export const PATTERN = 'crm-note-generation';

/** Records what a person did, in the audit log and on the trace. */
export type Acted = (
	item: string,
	about: { trace: string; by: string; word: Word },
	more?: Readonly<Record<string, number | string[]>>,
) => void;

export const actsOf =
	({ audit, telemetry }: Services): Acted =>
	(item, about, more = {}) => {
		const { trace, word } = about;
		audit.line('person', { item, ...about, ...more });
		telemetry.later(trace, 'user action', { 'aicat.user.action': word, ...more });
	};
