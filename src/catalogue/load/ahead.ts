/**
 * Reads a large catalogue on two processors: files go to another thread and to this one by turns,
 * and the check of the whole finds what both worked out in the cache.
 *
 * It only saves time. What the other thread does not answer is worked out as if it were not there.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { collections } from '#schemas/index.ts';
import type { Cache } from '../model/cache.ts';
import type { Rule } from '../model/rule.ts';
import { placeOf, type SourceFile, textDigest } from '../read/files.ts';
import { entryKey } from '../read/parse/kept.ts';
import { type Common, type Told, workOn } from './work.ts';

/** What was worked out of some files, by the key under which it is kept. */
export type Answer = readonly (readonly [string, unknown])[];

/** Another thread that works on files. */
export interface Helper {
	/** @throws where the thread has ended */
	work: (files: readonly Told[]) => Promise<Answer>;
	end: () => void;
}

export type StartHelper = (common: Common) => Helper;

interface Options {
	rules: readonly Rule[];
	cache: Cache;
	today: string;
	helper: StartHelper;
	least?: number | undefined;
}

/**
 * Characters from which a thread is worth its start, about 500 patterns. It loads and compiles the
 * code a second time: at 300 patterns that is more than it saves.
 */
const LEAST = 12_000_000;
/** Characters of a part: few enough that neither thread waits long for the other at the end. */
const PART = 150_000;
/** Parts that the thread has at a time, so that it never waits for the next. */
const AT_ONCE = 2;

/** The cache in which the check of the files finds what was worked out; as it is for a small one. */
export async function readAhead(
	files: readonly SourceFile[],
	{ rules, cache, today, helper, least = LEAST }: Options,
): Promise<Cache> {
	const size = files.reduce((sum, { text = '' }) => sum + text.length, 0);
	if (size < least) return cache;
	const told = files.flatMap((file): Told[] => {
		const { path, text, asset, problem } = file;
		if (text === undefined || problem) return [];
		return [{ path, text, asset, digest: asset ?? textDigest(file, text) }];
	});
	if (isMostlyKept(told, cache)) return cache;
	const made = new Map<string, unknown>();
	const both: Cache = {
		get: (key) => made.get(key) ?? cache.get(key),
		set(key, value) {
			made.set(key, value);
			cache.set(key, value);
		},
		save: cache.save,
	};
	const common = { files: told.filter(({ path }) => COMMON.has(path)), today };
	const parts = partsOf(told.filter(({ path }) => !COMMON.has(path)));
	const thread = helper(common);
	const help = async () => {
		for (let part = parts.pop(); part; part = parts.pop()) {
			for (const [key, value] of await thread.work(part)) both.set(key, value);
		}
	};
	const helping = Promise.allSettled(Array.from({ length: AT_ONCE }, help));
	try {
		for (let part = parts.shift(); part; part = parts.shift()) {
			await workOn(part, common, { rules, cache: both });
			// Answers that have come are taken, and the thread is given more.
			await turn();
		}
		await helping;
	} finally {
		thread.end();
	}
	return both;
}

/** What rules read beside the entry: the policy, whom a file of a starter belongs to, the list of words. */
export const COMMON: ReadonlySet<string> = new Set(
	(['policy', 'organisation', 'wording'] as const).map((name) => collections[name].file),
);

/** Entries that are asked for, to tell whether the cache knows the catalogue. */
const SAMPLES = 24;

function isMostlyKept(files: readonly Told[], cache: Cache): boolean {
	const step = Math.ceil(files.length / SAMPLES);
	const samples = files.filter(({ asset }, at) => asset === undefined && at % step === 0);
	const known = samples.filter(({ path, digest }) => {
		const place = placeOf(path);
		return place && cache.get(entryKey(digest, place.collection)) !== undefined;
	});
	return known.length * 2 > samples.length;
}

/** The files in parts of about one size; the files of a pattern stay together. */
function partsOf(files: readonly Told[]): Told[][] {
	const parts: Told[][] = [];
	let size = PART;
	let home = '';
	for (const file of files) {
		const own = file.path.startsWith('patterns/') ? file.path.split('/', 2).join('/') : file.path;
		if (own !== home && size >= PART) {
			parts.push([]);
			size = 0;
		}
		home = own;
		size += file.text.length;
		parts.at(-1)?.push(file);
	}
	return parts;
}
