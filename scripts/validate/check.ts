/** One run over a catalogue: read, check, choose what to report, print. */

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Address, readAddress } from '#catalogue/model/address.ts';
import type { Finding } from '#catalogue/model/finding.ts';
import { keyOf, openCache } from '#catalogue/read/cache.ts';
import { readFiles, type SourceFile } from '#catalogue/read/files.ts';
import { ruleDocs, rulePath } from '#catalogue/rules/docs.ts';
import { countOf } from '#catalogue/words/count.ts';
import { collections } from '#schemas/index.ts';
import { editorState, refreshEditor } from '../commands/editor.ts';
import type { Report } from '../printers/printer.ts';
import { type Io, UsageError } from '../run.ts';
import { answerable, type Before, changedFiles, checkBefore } from './changed.ts';
import { wantsColour } from './colour.ts';
import { fromHistory } from './history.ts';
import type { Options } from './options.ts';
import { checkedBefore, checkNow, keyFor, type Outcome } from './outcome.ts';
import { summarise } from './summary.ts';
import { trackedFindings } from './tracked.ts';

/** Checks the catalogue under `root`, prints, and returns the exit code. */
export async function checkOnce(root: string, options: Options, io: Io): Promise<number> {
	requireCatalogue(root);
	const cache = openCache(root, io.error);
	const before = options.changed ? await checkBefore(root, options.changed, cache) : undefined;
	const files = readFiles(root);
	const key = keyFor(files);
	const checked = checkedBefore(key, cache);
	const editor = options.root === undefined ? keyOf('editor', key) : undefined;
	const isEnough =
		checked !== undefined &&
		!before &&
		!options.history &&
		(!editor || cache.get(editor) === (await editorState(root)));
	const { loaded, outcome } = isEnough
		? { loaded: undefined, outcome: checked }
		: await checkNow(files, key, cache);
	// An editor open on this checkout learns the ids that came and went.
	if (loaded && editor) cache.set(editor, await refreshEditor(root, loaded));
	cache.save();
	const changed = before && changedFiles(before.files, files);
	const tracked = await trackedFindings(root);
	const chosen =
		loaded && before && changed ? answerable(loaded, changed, before.findings) : outcome.findings;
	const past = loaded && options.history ? await fromHistory(root, loaded, files) : [];
	const findings = [...tracked, ...chosen, ...past].filter(
		({ rule }) => options.rules.length === 0 || options.rules.includes(rule),
	);
	const isFailing = ({ severity }: Finding) => options.strict || severity === 'error';
	const fails = findings.some(isFailing);
	const text = options.printer.print(reportOf(findings, files, io));
	if (text !== '') io.out(text);
	const say = options.printer.forMachines ? io.error : io.out;
	if (text !== '' && !options.printer.forMachines) say('');
	for (const line of summarise({ findings, fails, sizes: outcome.sizes })) say(line);
	for (const line of trustLines(outcome, options.history)) say(line);
	if (before && changed) for (const line of sinceLines(options, before, changed.size)) say(line);
	return fails ? 1 : 0;
}

/** What a run takes on trust, said once: the first roster, and authors without the history. */
const trustLines = ({ firstRoster, signed }: Outcome, asked: boolean): string[] => [
	...(firstRoster
		? [`Roster ${firstRoster} is trusted on first use: nobody has signed it yet.`]
		: []),
	...(signed && !asked
		? [
				'Authors were not checked: npm run validate -- --history asks git who wrote what was approved.',
			]
		: []),
];

const sinceLines = ({ changed: ref }: Options, { commit }: Before, count: number) => [
	`Only what changed since ${ref} (commit ${commit.slice(0, 10)}): ${countOf(count, 'file')}.`,
];

function reportOf(findings: readonly Finding[], files: readonly SourceFile[], io: Io): Report {
	const texts = new Map(files.map(({ path, text }) => [path, text]));
	const address = addressIn(files);
	return {
		findings,
		files: files.filter(({ asset }) => asset === undefined).map(({ path }) => path),
		rules: ruleDocs,
		site: address && new URL(address.base, address.site).href,
		linkTo: (rule) => linkTo(rule, address),
		sourceOf: (file) => texts.get(file),
		colour: wantsColour(process.env, io.terminal === true),
	};
}

/** Where the site is served, as content/organisation.yaml says. */
export function addressIn(files: readonly SourceFile[]): Address | undefined {
	const page = files.find(({ path }) => path === collections.organisation.file);
	return readAddress(page?.text ?? '');
}

/** The page of a rule on the site. */
export function linkTo(rule: string, address: Address | undefined): string | undefined {
	if (!address) return undefined;
	return new URL(address.base.replace(/\/$/, '') + rulePath(rule), address.site).href;
}

/** Refuses a folder in which there is nothing to check. */
export function requireCatalogue(root: string): void {
	const isFolder = (path: string) =>
		statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
	if (!isFolder(root)) {
		throw new UsageError(
			`There is no folder ${root}.`,
			'Give the root of a catalogue: --root DIR.',
		);
	}
	if (['patterns', 'content'].some((folder) => isFolder(join(root, folder)))) return;
	throw new UsageError(
		`${root} contains neither patterns/ nor content/.`,
		'Run it in the root folder of the catalogue, or give that folder: --root DIR.',
	);
}
