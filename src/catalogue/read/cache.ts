/**
 * Keeps what was worked out from a text under the digest of that text, between runs.
 *
 * Reading 30 MB of YAML takes seconds; reading back what it meant takes a tenth of that. A key is
 * the digest of everything the value is made of, the code included, so a value is never stale. The
 * folder may be deleted at any time.
 */

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type Cache, noCache } from '../model/cache.ts';

/** The digest of a text made of parts, as a key. */
export function keyOf(...parts: readonly string[]): string {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(part).update('\0');
	return hash.digest('hex');
}

type Shard = Map<string, unknown>;

/**
 * A cache in a folder, in sixteen files by the first digit of the key, so that one edit rewrites
 * one of them. A folder that cannot be written or read is no error: it is only slower.
 */
export function diskCache(folder: string): Cache {
	const version = codeVersion();
	if (!version) return noCache;
	const old = new Map<string, Shard>();
	const used = new Map<string, Shard>();
	const changed = new Set<string>();
	const fileOf = (digit: string) => join(folder, `${version.slice(0, 16)}-${digit}`);
	const shard = (digit: string): Shard => {
		const known = old.get(digit) ?? readShard(fileOf(digit));
		old.set(digit, known);
		return known;
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
			try {
				mkdirSync(folder, { recursive: true });
				for (const digit of changed) {
					const file = fileOf(digit);
					writeFileSync(`${file}.new`, serialize(used.get(digit)));
					renameSync(`${file}.new`, file);
				}
				changed.clear();
			} catch {
				// A read-only checkout works without a cache.
			}
		},
	};
}

function readShard(file: string): Shard {
	try {
		const value: unknown = deserialize(readFileSync(file));
		return value instanceof Map ? value : new Map();
	} catch {
		// Missing, cut short or written by another version of Node: work it out again.
		return new Map();
	}
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
