/**
 * The prompts of the starter at the versions of catalogue.lock.json.
 *
 * The lock says what was reviewed. A prompt whose text differs from it does not run. If you set an
 * older version in the lock, the text in prompts/released is used.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readPolicy, readText } from '../policy/read-policy.ts';
import { fields, record, text } from '../policy/shape.ts';
import { SetupError } from '../refusal.ts';
import { type Prompt, readPrompt } from './read-prompt.ts';

export const LOCK_FILE = 'catalogue.lock.json';

const lockShape = fields({
	about: text,
	pattern: text,
	version: text,
	prompts: record(fields({ version: text, digest: text })),
});
export type Lock = ReturnType<typeof lockShape>;

export type PromptLibrary = ReadonlyMap<string, Prompt>;

export const readLock = (root: string): Lock => readPolicy(root, LOCK_FILE, lockShape);

/** Reads every prompt that the lock names, at the version that it names. */
export async function readPrompts(root: string): Promise<PromptLibrary> {
	const library = new Map<string, Prompt>();
	for (const [name, locked] of Object.entries(readLock(root).prompts)) {
		const prompt = await readAt(root, name, locked.version);
		if (prompt.digest !== locked.digest) {
			throw new SetupError(
				`prompts/${name}.prompt differs from ${LOCK_FILE}.`,
				'Raise its version, then run npm run ci -- prompts and npm run ci -- lock.',
			);
		}
		library.set(name, prompt);
	}
	return library;
}

/** The prompt at a version: the current file, or one of the released ones. */
async function readAt(root: string, name: string, version: string): Promise<Prompt> {
	const current = await readPrompt(name, readText(root, `prompts/${name}.prompt`));
	if (current.version === version) return current;
	const released = `prompts/released/${name}@${version}.prompt`;
	if (existsSync(join(root, released))) return readPrompt(name, readText(root, released));
	throw new SetupError(
		`${LOCK_FILE} requires ${name} ${version}, but the file is ${current.version}.`,
		`Restore ${released}, or set the version in the lock.`,
	);
}

/** The prompt of this name. */
export function promptNamed(name: string, library: PromptLibrary): Prompt {
	const prompt = library.get(name);
	if (prompt) return prompt;
	throw new SetupError(
		`There is no prompt "${name}".`,
		`Known: ${[...library.keys()].join(', ')}.`,
	);
}
