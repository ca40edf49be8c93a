/**
 * What a check of all files said, kept until a file, the day or the code changes: asking again
 * about the same files takes as long as reading them.
 */
import { membersOf } from '#catalogue/judge/approval/roster.ts';
import { ROSTER, subjectNamed } from '#catalogue/judge/approval/subject.ts';
import { helperAt } from '#catalogue/load/thread.ts';
import { checkFiles, currentDay } from '#catalogue/load.ts';
import type { Cache } from '#catalogue/model/cache.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import type { Finding } from '#catalogue/model/finding.ts';
import type { Loaded } from '#catalogue/model/loaded.ts';
import { keyOfMany } from '#catalogue/read/cache.ts';
import { type SourceFile, textDigest } from '#catalogue/read/files.ts';
import { isFirstUse } from '#catalogue/rules/council-approved.ts';
import { COUNTED, type Sizes } from './summary.ts';

/** The code of the thread that helps to read. */
const READER = new URL('../../src/catalogue/load/worker.ts', import.meta.url);

/** Everything of a check that is printed. */
export interface Outcome {
	findings: readonly Finding[];
	sizes: Sizes;
	/** Version of a roster that nobody has signed yet, where the organisation has one. */
	firstRoster: string | undefined;
	/** Whether anything is signed, so that it matters who wrote it. */
	signed: boolean;
}

/** What the last check of the files that this key names said; undefined where there was none. */
export function checkedBefore(key: string, cache: Cache): Outcome | undefined {
	// The key names the files, and the cache the code that judged them.
	return cache.get(key) as Outcome | undefined;
}

/** Checks the files, and keeps what it says under their key. */
export async function checkNow(
	files: readonly SourceFile[],
	key: string,
	cache: Cache,
): Promise<{ loaded: Loaded; outcome: Outcome }> {
	const loaded = await checkFiles(files, { cache, helper: helperAt(READER) });
	const { catalogue, findings } = loaded;
	const outcome: Outcome = {
		findings,
		sizes: COUNTED.map((name) => [name, catalogue.all[name].size]),
		firstRoster: firstRoster(catalogue),
		signed: [...catalogue.approvals.values()].some(({ data }) => data.signature !== undefined),
	};
	cache.set(key, outcome);
	return { loaded, outcome };
}

/** Names these files on this day. */
export const keyFor = (files: readonly SourceFile[]): string =>
	keyOfMany([
		'outcome',
		currentDay(),
		...files.flatMap((file) => {
			const { path, asset, text, problem } = file;
			// A file without text is not a file with an empty one.
			const what = text === undefined ? `none ${problem?.message ?? ''}` : textDigest(file, text);
			return [path, asset ?? '', what];
		}),
	]);

function firstRoster(catalogue: Catalogue): string | undefined {
	const roster = subjectNamed(ROSTER, catalogue);
	const isFirst =
		roster && membersOf(catalogue.organisation.council).length > 0 && isFirstUse(roster, catalogue);
	return isFirst ? roster.version : undefined;
}
