/**
 * Keeps what was worked out from a text under the digest of that text, between runs.
 *
 * Reading 30 MB of YAML takes seconds; reading back what it meant takes a tenth of that. A key is
 * the digest of everything the value is made of, and the code that made it stands in each file, so
 * a value is never stale. The folder may be deleted at any time.
 */

import { createHash, hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cache, noCache } from '../model/cache.ts';
import { cacheFolder } from './cache-folder.ts';
import { readKept, writeKept } from './kept-file.ts';

/** Says in one line why something that was kept is not used, or cannot be kept. */
export type Notice = (line: string) => void;

const FEW = 8;

/** The digest of a text made of parts, as a key. */
export function keyOf(...parts: readonly string[]): string {
	// In one call it is three times as fast; joined, the texts of a whole catalogue are too long.
	return parts.length <= FEW ? hash('sha256', `${parts.join('\0')}\0`) : keyOfMany(parts);
}

/** The same key of any number of parts: those of every file are too many for arguments of a call. */
export function keyOfMany(parts: Iterable<string>): string {
	const whole = createHash('sha256');
	for (const part of parts) whole.update(part).update('\0');
	return whole.digest('hex');
}

/**
 * The key for what was worked out of a text, under the digest of that text. Each text has a dozen of
 * them, and no digest of their own.
 */
export const keyUnder = (digest: string, ...names: readonly string[]): string =>
	`${digest} ${names.join(' ')}`;

/**
 * The cache of a checkout, in the folder of the user. A pipeline reads none: what it says is what a
 * fresh clone says.
 */
export function openCache(root: string, notice: Notice, ci = process.env.CI): Cache {
	if (isPipeline(ci)) return noCache;
	const { folder, problem } = cacheFolder(root);
	if (problem) notice(problem);
	return folder ? diskCache(folder, notice) : noCache;
}

/** Whether this runs where nobody keeps anything from one run to the next. */
export const isPipeline = (ci = process.env.CI): boolean => Boolean(ci) && ci !== 'false';

type Shard = Map<string, unknown>;

/**
 * A cache in a folder, in sixteen files by the first digit of the key, so that one edit rewrites
 * one of them. A folder that cannot be written or read is no error: it is only slower.
 */
export function diskCache(folder: string, notice: Notice = () => {}): Cache {
	const version = codeVersion();
	if (!version) return noCache;
	const old = new Map<string, Shard>();
	const used = new Map<string, Shard>();
	const changed = new Set<string>();
	let said = false;
	// Sixteen files are one cache: the first that fails says it for all.
	const say = (problem: string | undefined) => {
		if (problem && !said) notice(problem);
		said ||= problem !== undefined;
	};
	const fileOf = (digit: string) => join(folder, `parsed-${digit}.json`);
	const shard = (digit: string): Shard => {
		const known = old.get(digit);
		if (known) return known;
		const { value, problem } = readKept(fileOf(digit), version);
		say(problem);
		const read: Shard = Array.isArray(value) ? new Map(value) : new Map();
		old.set(digit, read);
		return read;
	};
	const use = (key: string, value: unknown) => {
		const digit = key.charAt(0);
		used.set(digit, (used.get(digit) ?? new Map()).set(key, value));
	};
	return {
		get(key) {
			const value = shard(key.charAt(0)).get(key);
			if (value !== undefined) use(key, value);
			return value;
		},
		set(key, value) {
			changed.add(key.charAt(0));
			use(key, value);
		},
		save() {
			for (const digit of changed) {
				const problem = writeKept(fileOf(digit), version, [...(used.get(digit) ?? [])]);
				say(problem);
				if (problem) break;
			}
			changed.clear();
		},
	};
}

let known: string | undefined;

/** Digest of the code a value depends on, or undefined where that code is not in files of its own. */
function codeVersion(): string | undefined {
	known ??= readVersion();
	return known;
}

function readVersion(): string | undefined {
	const root = new URL('../../../', import.meta.url);
	try {
		const sources = ['schemas/', 'src/catalogue/'].flatMap((folder) =>
			readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
				.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
				.sort()
				.map((name) => readFileSync(new URL(folder + name.replaceAll('\\', '/'), root), 'utf8')),
		);
		const lock = readFileSync(new URL('package-lock.json', root), 'utf8');
		return keyOf(process.version, lock, ...sources);
	} catch {
		return undefined;
	}
}
