/** Reports a failure of the file system in one line. Any other error stays as it is. */
import { SetupError } from '../refusal.ts';

const WORDS: Readonly<Record<string, string>> = {
	EACCES: 'your user does not have permission',
	EPERM: 'your user does not have permission',
	EROFS: 'the disk is read-only',
	ENOSPC: 'the disk is full',
	EISDIR: 'it is a folder',
};

/** Why the file system refused, in words with its code; undefined for any other error. */
export function reasonOf(error: unknown): string | undefined {
	if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return undefined;
	const code = String(error.code);
	const words = WORDS[code];
	return words === undefined ? code : `${words}, ${code}`;
}

/** The error itself, or one line if the file system refused. */
export function inOneLine(error: unknown): unknown {
	const reason = reasonOf(error);
	if (reason === undefined) return error;
	const path = error instanceof Error && 'path' in error ? String(error.path) : 'A file';
	return new SetupError(
		`${path} cannot be read or written (${reason}).`,
		'Fix that, then run this again.',
	);
}
