/** Writes what an update takes: the files, and then catalogue.json, which records them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupError } from '../refusal.ts';
import { type Answer, MANIFEST, type OfferedFile, parseJson, readManifest } from './manifest.ts';
import { reasonOf } from './one-line.ts';

export interface Write {
	/** Path of the file in the catalogue, and the path it is written to. */
	path: string;
	to: string;
	offered: OfferedFile;
}

/** Writes each text to its path. @throws SetupError that says how far it got */
export function writeAll(root: string, texts: ReadonlyMap<string, string>): void {
	const written: string[] = [];
	for (const [to, text] of texts) {
		try {
			const file = join(root, to);
			mkdirSync(dirname(file), { recursive: true });
			// As in the archive: a script that names its interpreter is made executable.
			writeFileSync(file, text, { mode: text.startsWith('#!') ? 0o755 : 0o644 });
		} catch (error) {
			throw new SetupError(
				`${to} cannot be written (${reasonOf(error) ?? String(error)}).`,
				`Written before that: ${written.join(', ') || 'none of these files'}. Fix that, then run this again. It continues where it stopped.`,
			);
		}
		written.push(to);
	}
}

/**
 * catalogue.json after the writes, or undefined if nothing in it changes. What the form filled in
 * is kept.
 */
export function manifestAfter(
	root: string,
	answer: Answer,
	writes: readonly Write[],
): string | undefined {
	const source = readFileSync(join(root, MANIFEST), 'utf8');
	const before = Object.fromEntries(Object.entries(Object(parseJson(source, MANIFEST))));
	const { version, tier, digest, files, filled } = readManifest(source);
	const digests = new Map(Object.entries(files));
	const fills = new Map(Object.entries(filled));
	for (const { path, offered } of writes) {
		digests.set(path, offered.digest);
		// The new text is in a `.new` file next to the filled one. From now on, compare with the new
		// text.
		if (fills.has(path)) fills.set(path, offered.digest);
	}
	const known = new Set(answer.files.map(({ path }) => path));
	const after = {
		...before,
		version: answer.version ?? version,
		digest: answer.digest ?? digest,
		status: answer.state.name,
		tier: isOwnTier(before.parameters) ? tier : (answer.tier ?? tier),
		obligations: answer.obligations,
		files: Object.fromEntries([...digests].filter(([path]) => known.has(path))),
		filled: Object.fromEntries(fills),
	};
	if (JSON.stringify(after) === JSON.stringify(before)) return undefined;
	return `${JSON.stringify(after, null, '\t')}\n`;
}

/** A team that named its own data has its own tier, which the catalogue does not know. */
const isOwnTier = (parameters: unknown): boolean =>
	typeof parameters === 'object' && parameters !== null && 'dataClass' in parameters;
