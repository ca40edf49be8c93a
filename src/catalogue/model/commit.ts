/** The commit that a catalogue is from. What must be the same bytes again takes its time from it. */

export interface Commit {
	/** Its full name. */
	id: string;
	/** When it was made, in UTC: 2026-11-29T08:00:00Z. */
	at: string;
}

const FORM = /^([0-9a-f]{40}|[0-9a-f]{64}) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/;

/** How one process tells another of the commit. */
export const commitText = ({ id, at }: Commit): string => `${id} ${at}`;

/** The commit in such a text; undefined for any other. */
export function readCommit(text: string | undefined): Commit | undefined {
	const [, id, at] = FORM.exec(text ?? '') ?? [];
	return id !== undefined && at !== undefined ? { id, at } : undefined;
}
