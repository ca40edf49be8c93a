/** The one way in: reads every file, builds the catalogue, runs the rules, returns all findings. */

import { ID } from '#schemas/fields.ts';
import { collections } from '#schemas/index.ts';
import { settle } from './judge/approval/settle.ts';
import { readAhead, type StartHelper } from './load/ahead.ts';
import { NOTHING } from './load/nothing.ts';
import { type Cache, noCache } from './model/cache.ts';
import { type Asset, buildCatalogue, type Catalogue, type Entry } from './model/catalogue.ts';
import type { CheckName } from './model/checks.ts';
import type { Commit } from './model/commit.ts';
import { type Finding, legible, sortFindings } from './model/finding.ts';
import type { Loaded } from './model/loaded.ts';
import { readUnnoted } from './model/reads.ts';
import type { Rule } from './model/rule.ts';
import { placeOf, readFiles, type SourceFile, textDigest } from './read/files.ts';
import { hiddenInFile } from './read/hidden.ts';
import { whyNoPicture } from './read/mdx/check-markdown.ts';
import { nameProblems } from './read/names.ts';
import { joinEntries } from './read/parse/join.ts';
import { parseKept } from './read/parse/kept.ts';
import { runRules } from './rules/engine.ts';
import { rules as allRules } from './rules/index.ts';

/**
 * Reads and checks the catalogue under `root`. Bad content makes findings, never an exception.
 * Nothing that was kept is read unless the caller opens a cache.
 */
export async function loadCatalogue(
	root: string,
	options: Pick<CheckOptions, 'today' | 'commit' | 'cache' | 'helper' | 'hear'> = {},
): Promise<Loaded> {
	const loaded = await checkFiles(readFiles(root), options);
	options.cache?.save();
	return loaded;
}

export interface CheckOptions {
	rules?: readonly Rule[];
	cache?: Cache;
	/** Starts another thread, for a catalogue that is worth it. */
	helper?: StartHelper | undefined;
	/** Characters from which it is started, where that is known better than here. */
	least?: number;
	/** The day to look at it; what is overdue or expired follows from it. */
	today?: string;
	/** The commit that the files are from. */
	commit?: Commit | undefined;
	/** Names of entries to judge as if they were approved, such as patterns/case-triage. */
	approved?: ReadonlySet<string>;
	/**
	 * Hears of the catalogue before the rules run, where every file could be read. A rule may still
	 * find an error.
	 */
	hear?: ((catalogue: Catalogue) => void) | undefined;
}

/**
 * The day in UTC. SOURCE_DATE_EPOCH (seconds; the common way to make a build repeatable) sets
 * another, so that an old commit can be built as it was.
 */
export function currentDay(epoch = process.env.SOURCE_DATE_EPOCH): string {
	const now = epoch && /^\d{1,11}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
	return now.toISOString().slice(0, 10);
}

/**
 * The same over files in memory, for tests and tools. A page that checks an example reads that
 * example, and nothing of the catalogue that is published.
 */
export const checkFiles = (
	files: readonly SourceFile[],
	options: CheckOptions = {},
): Promise<Loaded> =>
	readUnnoted(async () => {
		const {
			rules = allRules,
			cache: kept = noCache,
			today = currentDay(),
			helper,
			least,
		} = options;
		const cache = helper
			? await readAhead(files, { rules, cache: kept, today, helper, least })
			: kept;
		return check(files, { ...options, rules, cache, today });
	});

async function check(
	files: readonly SourceFile[],
	{ rules = allRules, cache = noCache, today = currentDay(), commit, approved, hear }: CheckOptions,
): Promise<Loaded> {
	const findings: Finding[] = [];
	const entries: Entry[] = [];
	const known = new Map<string, Set<string>>();
	const first = new Map<string, string>();
	const assets: Asset[] = [];
	const names = nameProblems(files.map(({ path }) => path));
	for (const file of files) {
		const report = (rule: CheckName, message: string, fix: string, at = { line: 1, column: 1 }) =>
			findings.push({ file: file.path, ...at, severity: 'error', rule, message, fix });
		const misnamed = names.get(file.path);
		if (file.asset) {
			if (misnamed) report('file', misnamed.message, misnamed.fix);
			for (const { range, message, fix } of hiddenInFile(file.path, file.text ?? '')) {
				findings.push({
					file: file.path,
					severity: 'error',
					rule: 'hidden',
					message,
					fix,
					...range,
				});
			}
			const { problem } = file;
			if (problem) report('file', `the picture ${problem.message}`, problem.fix, problem.at);
			const { path, asset: digest, text, picture } = file;
			assets.push({ file: path, digest, text, picture });
			continue;
		}
		const place = placeOf(file.path);
		if (place)
			known.set(place.collection, (known.get(place.collection) ?? new Set()).add(place.id));
		if (file.problem) {
			report('file', `the file ${file.problem.message}`, file.problem.fix);
			continue;
		}
		const notTaken = whyNoPicture(file.path);
		if (!place && notTaken) {
			report('file', `${file.path} is not a picture that can be published.`, notTaken);
			continue;
		}
		if (!place) {
			report('file', `${file.path} is the place of no collection.`, whereFilesGo(file.path));
			Object.assign(findings.at(-1) ?? {}, { unknown: true });
			continue;
		}
		if (file.text === undefined) {
			report('file', 'the file has no text.', 'Read the file again.');
			continue;
		}
		const key = `${place.collection}/${place.id}`;
		if (misnamed) {
			report('id', misnamed.message, misnamed.fix);
			continue;
		}
		const { idForm, taken } = collections[place.collection];
		if (
			!(idForm?.pattern ?? ID).test(place.id) ||
			place.id.length > LONGEST_ID[idForm ? 'formed' : 'plain']
		) {
			report(
				'id',
				`"${place.id}" is not an id.`,
				`Rename the file or folder ${idForm ? `as ${idForm.is}` : 'in lower-case words joined by hyphens'}.`,
			);
			continue;
		}
		const owner = taken?.get(place.id);
		if (owner) {
			report('id', takenBy(place.id, owner), 'Rename the folder.');
			continue;
		}
		const other = first.get(key);
		if (other) {
			report('id', takenBy(place.id, other), 'Rename one of the two.');
			continue;
		}
		first.set(key, file.path);
		const digest = textDigest(file, file.text);
		const parsed = parseKept({ ...place, file: file.path }, file.text, cache, digest);
		findings.push(...parsed.findings);
		if (parsed.entry) entries.push(parsed.entry);
	}
	const patterns = known.get('patterns');
	const homeless = assets.filter(({ file }) => {
		const [root, id = '', folder] = file.split('/');
		return root === 'patterns' && folder === 'starter' && !patterns?.has(id);
	});
	for (const { file } of homeless) {
		findings.push({
			file,
			line: 1,
			column: 1,
			severity: 'error',
			rule: 'file' satisfies CheckName,
			message: 'the starter belongs to no pattern, so nobody gets this file.',
			fix: `Add ${file.split('/').slice(0, 2).join('/')}/pattern.mdx, or move the file.`,
		});
	}
	for (const name of ['policy', 'organisation'] as const) {
		if (known.get(name)?.size) continue;
		findings.push({
			file: collections[name].file,
			line: 1,
			column: 1,
			severity: 'error',
			rule: 'file' satisfies CheckName,
			message: 'the file is missing.',
			fix: `Restore it from the repository: ${collections[name].about}`,
		});
	}
	const whole = joinEntries(entries, known);
	for (const finding of whole.findings) findings.push(finding);
	const catalogue = buildCatalogue(whole.entries, { ...NOTHING, today, commit, assets }, known);
	settle(catalogue, approved);
	const complete = catalogue.all.policy.size > 0 && catalogue.all.organisation.size > 0;
	const rejected = new Set(findings.map(({ file }) => file));
	if (!findings.some(({ severity }) => severity === 'error')) hear?.(catalogue);
	const ruled = await runRules(catalogue, { rules, rejected, complete, cache });
	return { catalogue, findings: sortFindings([...findings, ...ruled].map(legible)) };
}

/** Long enough for a subject, a kind and a month or the digest of a bundle. */
const LONGEST_ID = { plain: 64, formed: 180 };

function whereFilesGo(path: string): string {
	const folder = path
		.split('/')
		.slice(0, path.startsWith('content/') ? 2 : 1)
		.join('/');
	const near = Object.values(collections)
		.map(({ file }) => file)
		.filter((file) => file.startsWith(folder));
	return `Files go to: ${(near.length > 0 ? near : Object.values(collections).map(({ file }) => file)).join(', ')}.`;
}

const takenBy = (id: string, owner: string): string =>
	`the id "${id}" is already taken by ${owner}.`;
