/** Arguments of commands, checked by the schema of the field they end up in. */
import type { z } from 'zod';
import { didYouMean } from '#catalogue/words/suggest.ts';
import { UsageError } from './run.ts';

/** The value of a flag that must be given. */
export function required(flag: string, value: string | undefined, meaning: string): string {
	if (value !== undefined) return value;
	throw new UsageError(`${flag} is missing.`, `Say ${meaning}: ${flag} ...`);
}

/** How help explains `--out` of a command that creates its folder. */
export const NEW_FOLDER_USAGE = '  --out DIR    folder to make; it must not exist, or be empty';

/** The folder of `--out` contains files. */
export const notEmpty = (folder: string): UsageError =>
	new UsageError(`${folder} is not empty.`, 'Give a new folder, or empty this one.');

/** A file that cannot be read; `fix` says which one the command needs. */
export const noFile = (path: string, fix: string): UsageError =>
	new UsageError(`there is no file ${path} to read.`, fix);

/** The value, if its field accepts it; the words of the schema say what is wrong. */
export function fitting(flag: string, value: string, field: z.ZodType): string {
	const { error } = field.safeParse(value, { reportInput: true });
	const issue = error?.issues[0];
	if (!issue) return value;
	const said = issue.message.startsWith(`"${value}"`) ? '' : `"${value}" `;
	throw new UsageError(`${flag}: ${said}${issue.message}`, 'Change it and try again.');
}

/** The value as one of the words that are allowed. */
export function oneOf<Word extends string>(
	what: string,
	value: string,
	words: readonly Word[],
): Word {
	const found = words.find((word) => word === value);
	if (found !== undefined) return found;
	const list = `It must be one of ${words.join(', ')}.`;
	throw new UsageError(`${what} is "${value}".`, didYouMean(value, words, list));
}

/** The positional arguments, when there are as many as there are names. */
export function positional<Count extends readonly string[]>(
	given: readonly string[],
	...names: Count
): { [Index in keyof Count]: string } {
	const missing = names[given.length];
	if (missing) throw new UsageError(`${missing} is missing.`, '--help shows how to call it.');
	const extra = given[names.length];
	if (extra !== undefined) {
		throw new UsageError(
			`"${extra}" is unexpected. If the text has spaces, put it in quotes.`,
			'Put text with spaces in quotes.',
		);
	}
	// As many as there are names, by the two checks above.
	return given as unknown as { [Index in keyof Count]: string };
}
