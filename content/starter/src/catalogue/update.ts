/**
 * `npm run catalogue:update`: takes what is new and untouched here, lays `.new` beside what your
 * team has changed, and deletes nothing. All or nothing: every file is fetched and its digest
 * checked before the first is written.
 *
 * Exit codes: 0 nothing to take, or all is taken; 1 taken, and `.new` files wait for you; 2 something
 * is set up wrongly, tampered with or in the way; 3 the site gave no answer; 11 a breaking version,
 * which is taken with `--breaking` only; 15 withdrawn, there is nothing to take.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { main } from '../main.ts';
import { SetupError } from '../refusal.ts';
import { addressBelow, fetchText, NoAnswer } from './ask-site.ts';
import { checkCopy, here, isProgram, NO_ANSWER, type Surroundings } from './check.ts';
import { VERDICTS } from './compare.ts';
import { assertWritable, digestOf, readCopy } from './copy-files.ts';
import { type Answer, MANIFEST, type OfferedFile } from './manifest.ts';
import { type Options, readOptions, siteOf } from './options.ts';
import { comparisonLines } from './words.ts';

interface Write {
	/** Path of the offer, and the one it is written to. */
	path: string;
	to: string;
	offered: OfferedFile;
}

/** Takes what can be taken and returns the exit code. */
export async function runUpdate(args: readonly string[], around: Surroundings): Promise<number> {
	const options = readOptions(args);
	try {
		return await update(options, around);
	} catch (error) {
		if (!(error instanceof NoAnswer)) throw error;
		around.note(`${error.message} Nothing was written.`);
		return NO_ANSWER;
	}
}

async function update(options: Options, around: Surroundings): Promise<number> {
	const { root, out } = around;
	const { comparison, answer, kept } = await checkCopy(options, around);
	if (kept) throw new NoAnswer(kept);
	for (const line of comparisonLines(comparison)) out(line);
	const { holds, changes } = comparison;
	if (holds.includes('withdrawn')) return VERDICTS.withdrawn.exit;
	if (holds.includes('breaking') && !options.breaking) {
		out('Nothing was taken. Do what is said above, then: npm run catalogue:update -- --breaking');
		return VERDICTS.breaking.exit;
	}
	const writes = comparison.files.flatMap(({ path, state, offered }): Write[] => {
		if (!offered || state === 'removed') return [];
		return [{ path, to: state === 'merge' ? `${path}.new` : path, offered }];
	});
	for (const { to } of writes) assertFree(root, to);
	const texts = await fetchAll(writes, options, around);
	for (const [index, { to }] of writes.entries()) {
		const file = join(root, to);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, texts[index] ?? '');
	}
	writeManifest(root, answer, writes);
	if (writes.length + changes.length === 0) return VERDICTS.current.exit;
	const waiting = writes.filter(({ path, to }) => path !== to);
	out(
		`${writes.length - waiting.length} files taken. Next: npm ci, npm test, read the diff, commit.`,
	);
	for (const { to } of waiting) out(`Merge by hand, then delete: ${to}`);
	return waiting.length > 0 ? 1 : VERDICTS.current.exit;
}

/** A `.new` of last time may hold a merge half done. */
function assertFree(root: string, to: string): void {
	assertWritable(root, to);
	if (!to.endsWith('.new') || !existsSync(join(root, to))) return;
	throw new SetupError(`${to} is still there.`, 'Merge or delete it first; nothing was written.');
}

async function fetchAll(
	writes: readonly Write[],
	options: Options,
	{ root, fetch }: Surroundings,
): Promise<string[]> {
	const site = siteOf(options, readCopy(root));
	const texts: string[] = [];
	for (const { path, offered } of writes) {
		const text = await fetchText(addressBelow(site, offered.from), {
			timeoutSeconds: options.timeoutSeconds,
			...(fetch && { fetch }),
		});
		if (digestOf(text) !== offered.digest) {
			const fix =
				'Nothing was written. Try again; if it stays so, tell the contact of the catalogue.';
			throw new SetupError(
				`${path} is not the file the catalogue announced: its digest differs.`,
				fix,
			);
		}
		texts.push(text);
	}
	return texts;
}

/** catalogue.json says from now on what was taken; what the form filled in is kept. */
function writeManifest(root: string, answer: Answer, writes: readonly Write[]): void {
	const file = join(root, MANIFEST);
	const before: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
	const { files, filled } = readCopy(root);
	const next = { files: { ...files }, filled: { ...filled } };
	for (const { path, offered } of writes) {
		next.files[path] = offered.digest;
		// The new text waits beside the filled one; from now on it is the one to compare with.
		if (Object.hasOwn(next.filled, path)) next.filled[path] = offered.digest;
	}
	const known = new Set(answer.files.map(({ path }) => path));
	for (const path of Object.keys(next.files)) if (!known.has(path)) delete next.files[path];
	const { version, digest, state, tier, obligations } = answer;
	const after = { ...before, version, digest, status: state.name, tier, obligations, ...next };
	writeFileSync(file, `${JSON.stringify(after, null, '\t')}\n`);
}

if (isProgram(import.meta.url)) await main(() => runUpdate(process.argv.slice(2), here()));
