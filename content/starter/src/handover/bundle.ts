/**
 * A bundle: records of this copy for the catalogue, sealed by a digest. In the catalogue,
 * `npm run record -- import FILE` checks it and adds it whole, or says in one line why not.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dayOf } from '../clock.ts';
import { readLock } from '../prompts/prompt-library.ts';

/** The form of bundles. The catalogue serves its schema. */
const FORMAT = 'ai-pattern-catalogue/bundle/1';

/** One record without its id and who added it: the catalogue writes both. */
export interface HandedOver {
	kind: string;
	[field: string]: unknown;
}

/** Where a bundle is made, and when. */
export interface Making {
	root: string;
	/** Id of your use case in the catalogue; without it the records are about the pattern. */
	useCase: string | undefined;
	now: Date;
}

/** Writes the bundle to a file below the root. */
export function writeBundle(
	file: string,
	by: string,
	records: readonly HandedOver[],
	{ root, useCase, now }: Making,
): void {
	const said = {
		format: FORMAT,
		subject: useCase ? `use-cases/${useCase}` : `patterns/${readLock(root).pattern}`,
		made: `${now.toISOString().slice(0, 16)}Z`,
		by,
		records: records.map((record) => ({ on: dayOf(now), by, ...record })),
	};
	const bundle = { ...said, digest: sha256(canonicalJson(said)) };
	mkdirSync(dirname(join(root, file)), { recursive: true });
	writeFileSync(join(root, file), `${JSON.stringify(bundle, null, '\t')}\n`);
}

/** The digest of a file as the catalogue has it: lines end in LF, whatever the checkout did. */
export const fileDigest = (root: string, path: string): string =>
	sha256(readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n'));

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** JSON without spaces and with sorted keys, so that equal values have equal digests. */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	const pairs = Object.entries(value)
		.filter(([, inner]) => inner !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
	return `{${pairs.join(',')}}`;
}
