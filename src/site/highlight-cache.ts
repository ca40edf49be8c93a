/**
 * Keeps coloured code between builds: one edit re-renders a few pages, and loading the grammars for
 * them takes longer than rendering them.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Notice } from '#catalogue/read/cache.ts';
import { readKept, writeKept } from '#catalogue/read/kept-file.ts';

/** Pages are bundled apart from the configuration; a registered symbol is what the two share. */
const SHARED = Symbol.for('ai-pattern-catalogue.coloured');

/** Colours of this run by language and code, as HTML. */
function coloured(): Map<string, string> {
	const registry = globalThis as { [SHARED]?: Map<string, string> };
	registry[SHARED] ??= new Map();
	return registry[SHARED];
}

const keyOf = (language: string, code: string) =>
	createHash('sha256').update(`${language}\0${code}`).digest('base64url').slice(0, 22);

/** The HTML of a code, made by `colour` the first time it is asked for. */
export async function keptColour(
	language: string,
	code: string,
	colour: () => Promise<string>,
): Promise<string> {
	const key = keyOf(language, code);
	const html = coloured().get(key) ?? (await colour());
	coloured().set(key, html);
	return html;
}

const fileIn = (folder: string) => join(folder, 'highlight.json');

/** Takes over what an earlier run coloured with the same code and packages. */
export function readColours(folder: string, version: string, notice: Notice): void {
	const { value, problem } = readKept(fileIn(folder), version);
	if (problem) notice(problem);
	if (!Array.isArray(value)) return;
	for (const [key, html] of value) coloured().set(key, html);
}

/** Keeps the colours for the next run. */
export function writeColours(folder: string, version: string, notice: Notice): void {
	const problem = writeKept(fileIn(folder), version, [...coloured()]);
	if (problem) notice(problem);
}
