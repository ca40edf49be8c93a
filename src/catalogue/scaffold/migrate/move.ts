/** A step of a migration: what it is given, and what it changes. */
import type { SourceFile } from '../../read/files.ts';

/** A file to write, or to take away, and what for. */
export interface FileMove {
	path: string;
	/** Undefined where the file goes. */
	text: string | undefined;
	why: string;
}

export type Step = (files: readonly SourceFile[]) => FileMove[];
