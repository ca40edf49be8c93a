/**
 * Keeps coloured code between builds: one edit re-renders a few pages, and loading the grammars for
 * them takes longer than rendering them.
 *
 * One file of lines, each a key and the HTML, that is only added to. What is in it depends on the
 * packages alone, so their lock file names it; the folder may be deleted at any time.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface HighlightCache {
	get: (language: string, code: string) => string | undefined;
	add: (language: string, code: string, html: string) => void;
}

/** Beyond this the file holds more of the past than of the present, and starts again. */
const LARGEST = 64_000_000;

const digest = (...parts: readonly string[]) =>
	createHash('sha256').update(parts.join('\0')).digest('base64url').slice(0, 22);

/** @param folder where the file is; it is made when there is something to keep. */
export function highlightCache(folder: string, lockFile: string): HighlightCache {
	const file = join(folder, `${digest(readText(lockFile))}.txt`);
	const text = readText(file);
	const known = new Map<string, string>();
	const whole = text.length > LARGEST ? '' : text.slice(0, text.lastIndexOf('\n') + 1);
	for (const line of whole.split('\n')) {
		const html = parsed(line.slice(23));
		if (html !== undefined) known.set(line.slice(0, 22), html);
	}
	let started = whole.length === text.length;
	return {
		get: (language, code) => known.get(digest(language, code)),
		add(language, code, html) {
			const key = digest(language, code);
			known.set(key, html);
			try {
				mkdirSync(dirname(file), { recursive: true });
				const flag = started ? 'a' : 'w';
				const kept = started ? '' : whole;
				appendFileSync(file, `${kept}${key} ${JSON.stringify(html)}\n`, { flag });
				started = true;
			} catch {
				// A read-only checkout works without a cache.
			}
		},
	};
}

function readText(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}

/** The text that a line holds; nothing for one that was cut short. */
function parsed(json: string): string | undefined {
	try {
		const value: unknown = JSON.parse(json);
		return typeof value === 'string' ? value : undefined;
	} catch {
		return undefined;
	}
}
