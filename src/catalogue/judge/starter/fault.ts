/** What is wrong with a file of a starter, in the words of a finding. */
import type { Severity } from '../../model/finding.ts';

export interface Fault {
	/** Path within the starter. */
	path: string;
	/** Where in the file; its first line where this is missing. */
	spot?: { line: number; column: number };
	/** An error unless it says otherwise. */
	severity?: Severity;
	message: string;
	fix: string;
}

/** The files of one folder by their path within it; undefined for a file that is not text. */
export type Texts = ReadonlyMap<string, string | undefined>;
