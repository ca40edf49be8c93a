/** What an exporter is: a format, and the files it makes of a catalogue. */

import type { ExportContext } from '../model/context.ts';
import { keeper } from '../model/keep.ts';

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

const keepText = keeper<Promise<string>>('text of a file', { most: 256 });

/** The body of a file that also goes into archives: it is made once for those that follow soon. */
export const madeOnce =
	(path: string, { catalogue, url }: ExportContext, make: () => Promise<string>) =>
	(): Promise<string> =>
		keepText(catalogue, `${path} ${url('/')}`, make);

/** JSON as it is written everywhere: two spaces and a last line break, so that diffs stay readable. */
export function json(value: unknown): string {
	return `${JSON.stringify(value, null, 2)}\n`;
}

export const JSON_TYPE = 'application/json; charset=utf-8';

/** A file of data. */
export const dataFile = (path: string, make: () => unknown): ExportFile => ({
	path,
	type: JSON_TYPE,
	body: () => json(make()),
});
