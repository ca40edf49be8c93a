/**
 * `npm run catalogue:check`: has the pattern moved on since this copy was taken?
 *
 * Exit codes, the weightiest that holds: 0 current; 10 behind, nothing breaking; 11 behind, with a
 * breaking change; 12 the policy demands other controls; 13 a waiver has ended; 14 deprecated;
 * 15 withdrawn; 2 something here is set up wrongly; 3 the site gave no answer and none is kept.
 * `--json` prints the whole comparison, `--site URL` asks a mirror, `--timeout 10` is in seconds.
 */
import { pathToFileURL } from 'node:url';
import { main } from '../main.ts';
import { ROOT } from '../root.ts';
import { addressBelow, askSite, NoAnswer } from './ask-site.ts';
import { type Comparison, compareCopy, VERDICTS } from './compare.ts';
import { digestsOf, readCopy } from './copy-files.ts';
import type { Answer } from './manifest.ts';
import { type Options, readOptions, siteOf } from './options.ts';
import { comparisonLines } from './words.ts';

/** The site gave no answer. */
export const NO_ANSWER = 3;

export interface Surroundings {
	root: string;
	today: string;
	out: (line: string) => void;
	/** For what is not the answer itself, so that JSON stays JSON. */
	note: (line: string) => void;
	fetch?: typeof fetch;
}

export interface Checked {
	comparison: Comparison;
	answer: Answer;
	kept: string | undefined;
}

/** Compares this copy with the catalogue. @throws NoAnswer, SetupError */
export async function checkCopy(options: Options, around: Surroundings): Promise<Checked> {
	const { root, today, fetch } = around;
	const manifest = readCopy(root);
	const address = addressBelow(siteOf(options, manifest), manifest.answer);
	const { answer, kept } = await askSite(root, address, today, {
		timeoutSeconds: options.timeoutSeconds,
		...(fetch && { fetch }),
	});
	const paths = new Set([...Object.keys(manifest.files), ...answer.files.map(({ path }) => path)]);
	return {
		answer,
		kept,
		comparison: compareCopy(manifest, answer, digestsOf(root, paths), today),
	};
}

/** Prints what it found and returns the exit code. */
export async function runCheck(args: readonly string[], around: Surroundings): Promise<number> {
	const options = readOptions(args);
	try {
		const { comparison, kept } = await checkCopy(options, around);
		const { exit, means } = VERDICTS[comparison.verdict];
		if (options.json) around.out(JSON.stringify({ ...comparison, means, exit, kept }, null, 2));
		else for (const line of comparisonLines(comparison)) around.out(line);
		if (kept && !options.json) around.note(kept);
		return exit;
	} catch (error) {
		if (!(error instanceof NoAnswer)) throw error;
		around.note(`${error.message} No earlier answer is kept, so nothing is known.`);
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

/** Whether this module is the program and not a part of another. */
export const isProgram = (url: string): boolean =>
	pathToFileURL(process.argv[1] ?? '').href === url;

if (isProgram(import.meta.url)) await main(() => runCheck(process.argv.slice(2), here()));
