/**
 * `npm run catalogue:update`: takes new files that are unchanged here, adds a `.new` file next to
 * each one your team has changed, and deletes nothing. It is all or nothing: every file is fetched
 * and its digest checked before the first is written.
 *
 * Exit codes: 0 nothing to take, or everything is taken; 1 taken, and you must merge the `.new`
 * files; 2 something is set up wrongly, tampered with or in the way; 3 the site gave no answer; 11
 * a breaking version, which is taken only with `--breaking`; 15 withdrawn, there is nothing to
 * take.
 */
import { main } from '../main.ts';
import { SetupError } from '../refusal.ts';
import { checkCopy, here, NO_ANSWER, type Surroundings } from './check.ts';
import { newBeside, VERDICTS } from './compare.ts';
import { assertWritable, digestOf, digestsOf, readCopy } from './copy-files.ts';
import { addressBelow, fetchText, NoAnswer } from './fetch-text.ts';
import { MANIFEST } from './manifest.ts';
import { inOneLine } from './one-line.ts';
import { type Options, readOptions, siteOf } from './options.ts';
import { takenLines } from './taken-words.ts';
import { comparisonLines } from './words.ts';
import { manifestAfter, type Write, writeAll } from './write-files.ts';

/** Takes what can be taken and returns the exit code. */
export async function runUpdate(args: readonly string[], around: Surroundings): Promise<number> {
	const options = readOptions(args, 'update');
	try {
		return await update(options, around);
	} catch (error) {
		if (!(error instanceof NoAnswer)) throw inOneLine(error);
		around.note(`${error.message} Nothing was written. ${error.next}`);
		return NO_ANSWER;
	}
}

async function update(options: Options, around: Surroundings): Promise<number> {
	const { root, out } = around;
	const { comparison, answer, kept } = await checkCopy(options, around);
	if (kept) throw kept.because;
	for (const line of comparisonLines(comparison)) out(line);
	if (comparison.holds.includes('withdrawn')) return VERDICTS.withdrawn.exit;
	if (comparison.holds.includes('breaking') && !options.breaking) {
		out(
			'Nothing was taken. Do what the lines above say, then run: npm run catalogue:update -- --breaking',
		);
		return VERDICTS.breaking.exit;
	}
	const writes = comparison.files.flatMap(({ path, state, offered }): Write[] => {
		if (!offered || state === 'removed') return [];
		return [{ path, to: state === 'merge' ? newBeside(path) : path, offered }];
	});
	for (const write of writes) assertFree(root, write);
	const manifest = manifestAfter(root, answer, writes);
	if (manifest !== undefined) assertWritable(root, MANIFEST);
	const texts = await fetchAll(writes, options, around);
	writeAll(root, texts);
	if (manifest !== undefined) writeAll(root, new Map([[MANIFEST, manifest]]));
	const noted = manifest !== undefined;
	for (const line of takenLines(writes, noted, comparison)) out(line);
	return writes.some(({ path, to }) => path !== to) ? 1 : VERDICTS.current.exit;
}

/**
 * An earlier `.new` file may be half merged, so it is kept unless its text is the one to write now.
 */
function assertFree(root: string, { path, to, offered }: Write): void {
	assertWritable(root, to);
	const there = digestsOf(root, [to]).get(to);
	if (path === to || there === undefined || there === offered.digest) return;
	throw new SetupError(
		`${to} is still there from an earlier update.`,
		`Nothing was written. Merge it into ${path}, delete it, then run this again.`,
	);
}

/** Every new text by the path it goes to. @throws SetupError if one was tampered with */
async function fetchAll(
	writes: readonly Write[],
	options: Options,
	{ root, fetch }: Surroundings,
): Promise<Map<string, string>> {
	const site = siteOf(options, readCopy(root));
	const texts = new Map<string, string>();
	for (const { path, to, offered } of writes) {
		const text = await fetchText(addressBelow(site, offered.from), {
			timeoutSeconds: options.timeoutSeconds,
			...(fetch && { fetch }),
		});
		if (digestOf(text) !== offered.digest) {
			throw new SetupError(
				`${path} is not the file that the catalogue announced: its digest is different.`,
				"Nothing was written. Try again. If it happens again, tell the catalogue's contact.",
			);
		}
		texts.set(to, text);
	}
	return texts;
}

if (import.meta.main) await main(() => runUpdate(process.argv.slice(2), here()));
