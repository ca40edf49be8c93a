/** What an exporter is: a format, and the files it makes of a catalogue. */

import type { ExportContext } from '../model/context.ts';

/** Text, or the bytes of an archive. */
export type FileBody = string | Uint8Array;

export interface ExportFile {
	/** Path under the site, without a leading slash. */
	path: string;
	/** Content type. */
	type: string;
	/**
	 * Digest of all that the list read for this file, where the list reads far more than that: the
	 * file is made again when its digest changes, and not whenever the list does.
	 */
	from?: string;
	/** Makes the content; called only when the file is written. */
	body: () => FileBody | Promise<FileBody>;
}

export interface Exporter {
	name: string;
	/** Who uses the files, and for what. */
	summary: string;
	files: (context: ExportContext) => Iterable<ExportFile>;
}

/** JSON as it is written everywhere: two spaces and a last line break, so that diffs stay readable. */
export function json(value: unknown): string {
	return `${JSON.stringify(value, null, 2)}\n`;
}

export const JSON_TYPE = 'application/json; charset=utf-8';
