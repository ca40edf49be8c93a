/** Adds the records of a bundle from a pipeline: all of them, or one line that says why not. */

import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { MAX_BUNDLE_BYTES, readBundle } from '#catalogue/judge/records/bundle.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { isExample } from '#catalogue/model/entry.ts';
import { recordFileText } from '#catalogue/scaffold/record.ts';
import { countOf } from '#catalogue/words/count.ts';
import { noFile } from '../arguments.ts';
import { type Io, UsageError } from '../run.ts';
import { writeAll } from '../write-files.ts';

/** What a bundle is imported with. */
export interface Importing {
	catalogue: Catalogue;
	/** Who adds the records. */
	by: string;
	/** The subject the caller expects, where they said one. */
	wanted?: string | undefined;
	io: Io;
}

/** Exit codes: 0 added, 1 refused, 3 already recorded. */
export function addBundle(text: string, { catalogue, by, wanted, io }: Importing): number {
	const read = readBundle(text, catalogue, by, wanted);
	if ('code' in read) {
		io.error(read.message);
		io.error(`    ${read.fix}`);
		return read.code === 'again' ? 3 : 1;
	}
	const { subject, bundle, records, path, idle } = read;
	const written = recordFileText({
		...(isExample(subject) && { example: true as const }),
		bundle: { digest: bundle.digest, made: bundle.made, by: bundle.by },
		records,
	});
	writeAll(io.cwd, [{ path, text: written }]);
	io.out(`Added ${countOf(records.length, 'record')} to ${path}. Check: npm run validate`);
	for (const line of idle) io.out(`Does not count today, because it changed: ${line}`);
	return 0;
}

/** The text of a bundle, from a file or an address, no larger than what is read of it. */
export async function bundleText(from: string, cwd: string): Promise<string> {
	if (!/^https?:\/\//.test(from)) {
		try {
			const path = resolve(cwd, from);
			if (statSync(path).size > MAX_BUNDLE_BYTES) return ' '.repeat(MAX_BUNDLE_BYTES + 1);
			return readFileSync(path, 'utf8');
		} catch {
			throw noFile(from, 'Give the path or address of the bundle.');
		}
	}
	try {
		const response = await fetch(from, { signal: AbortSignal.timeout(20_000), redirect: 'error' });
		if (!response.ok) throw new Error(`answered ${response.status}`);
		return await firstBytes(response);
	} catch (error) {
		throw new UsageError(
			`${from} could not be fetched: ${reasonOf(error)}.`,
			'Download the bundle and give its path.',
		);
	}
}

/** What fetch says is "fetch failed"; why it failed is in its cause. */
function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if (error.name === 'TimeoutError') return 'no answer within 20 seconds';
	return error.cause instanceof Error ? error.cause.message : error.message;
}

/** Reads until there is one byte too many: an endless answer does not fill the memory. */
async function firstBytes({ body }: Response): Promise<string> {
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of body ?? []) {
		parts.push(part);
		size += part.length;
		if (size > MAX_BUNDLE_BYTES) break;
	}
	return Buffer.concat(parts).toString('utf8');
}
