/**
 * `npm run catalogue:check`: has the pattern changed since this copy was taken?
 *
 * Exit codes, the most serious one that applies: 0 current; 10 behind, nothing breaking; 11 behind,
 * with a breaking change; 12 the policy requires other controls; 13 a waiver has ended; 14
 * deprecated; 15 withdrawn; 2 something here is set up wrongly; 3 the site gave no answer and none
 * is stored. `--json` prints the whole comparison, `--site URL` asks a mirror, `--timeout 10` is in
 * seconds.
 */
import { main } from '../main.ts';
import { ROOT } from '../root.ts';
import { type Asked, askSite } from './ask-site.ts';
import { type Comparison, compareCopy, newBeside, VERDICTS } from './compare.ts';
import { digestsOf, readCopy } from './copy-files.ts';
import { NoAnswer } from './fetch-text.ts';
import type { Answer } from './manifest.ts';
import { inOneLine } from './one-line.ts';
import { type Options, readOptions, siteOf } from './options.ts';
import { comparisonLines } from './words.ts';

/** The site gave no answer. */
export const NO_ANSWER = 3;

export interface Surroundings {
	root: string;
	today: string;
	out: (line: string) => void;
	/** For messages other than the answer, so that JSON output stays valid JSON. */
	note: (line: string) => void;
	fetch?: typeof fetch;
}

export interface Checked {
	comparison: Comparison;
	answer: Answer;
	kept: Asked['kept'];
}

/** Compares this copy with the catalogue. @throws NoAnswer, SetupError */
export async function checkCopy(options: Options, around: Surroundings): Promise<Checked> {
	const { root, today, fetch } = around;
	const manifest = readCopy(root);
	const { answer, kept } = await askSite(root, manifest, {
		site: siteOf(options, manifest),
		today,
		timeoutSeconds: options.timeoutSeconds,
		...(fetch && { fetch }),
	});
	const own = Object.keys(manifest.files);
	const paths = new Set([...own, ...own.map(newBeside), ...answer.files.map(({ path }) => path)]);
	return {
		answer,
		kept,
		comparison: compareCopy(manifest, answer, digestsOf(root, paths), today),
	};
}

/** Prints what it found and returns the exit code. */
export async function runCheck(args: readonly string[], around: Surroundings): Promise<number> {
	const options = readOptions(args, 'check');
	try {
		const { comparison, kept: found } = await checkCopy(options, around);
		const kept = found && `${found.because.message} Based on the answer from ${found.day}.`;
		const { exit, means } = VERDICTS[comparison.verdict];
		if (options.json) around.out(JSON.stringify({ ...comparison, means, exit, kept }, null, 2));
		else for (const line of comparisonLines(comparison)) around.out(line);
		if (kept && !options.json) around.note(kept);
		return exit;
	} catch (error) {
		if (!(error instanceof NoAnswer)) throw inOneLine(error);
		around.note(
			`${error.message} No earlier answer is stored, so there is no result. ${error.next}`,
		);
		return NO_ANSWER;
	}
}

/** This folder, this day, this terminal. */
export const here = (): Surroundings => ({
	root: ROOT,
	today: new Date().toISOString().slice(0, 10),
	out: console.log,
	note: console.error,
});

if (import.meta.main) await main(() => runCheck(process.argv.slice(2), here()));
