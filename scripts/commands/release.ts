/** Raises the version of a pattern or prompt, and freezes the text of the prompt that is left. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isApprovedPath } from '#catalogue/judge/approval/digest.ts';
import {
	nextVersion,
	type ReleaseEdit,
	withRelease,
} from '#catalogue/judge/approval/release-edit.ts';
import { checkFiles, loadCatalogue } from '#catalogue/load.ts';
import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import { fileDigest } from '#catalogue/model/digest.ts';
import { formatFinding } from '#catalogue/model/finding.ts';
import { readFiles } from '#catalogue/read/files.ts';
import { type Change, change as changeSchema } from '#schemas/fields.ts';
import { collections } from '#schemas/index.ts';
import { changeImpact } from '#schemas/vocabularies.ts';
import { type Published, publishedText } from '../approval/published.ts';
import { fitting, oneOf, positional, required } from '../arguments.ts';
import { findEntry } from '../find-entry.ts';
import { changedSince, requireBranch, requireRepository } from '../git.ts';
import { defineCommand, type Io, UsageError } from '../run.ts';
import { type FileChange, writeAll } from '../write-files.ts';

export const release = defineCommand({
	name: 'release',
	writes: true,
	summary: 'Raise the version of a pattern or prompt and write the change at the top of its log.',
	usage: [
		'npm run release -- PATTERN|PROMPT major|minor|patch --summary TEXT [--action TEXT]',
		'                   [--published REF]',
		'  --summary TEXT    what changed and why, for teams that use it',
		'  --action TEXT     what those teams must do, and by when; needed for major',
		'  --published REF   commit that contains the old version; by default, where this',
		'                    branch left the main one, else the last commit with that version',
		'The old text of a prompt is kept, byte for byte, under prompts/released/, and its digest goes',
		'into the change log. If both a pattern and a prompt have the id, write prompts/ID or patterns/ID.',
		'Exit codes: 0 released, 1 it has errors, 2 wrong use or wrong state of git.',
	],
	async run(args, io) {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				summary: { type: 'string' },
				action: { type: 'string' },
				published: { type: 'string' },
			},
		});
		const [name, step] = positional(positionals, 'the pattern or prompt', 'major, minor or patch');
		const impact = oneOf('the step', step, changeImpact.values);
		const words = wordsOf(impact, values);
		await requireRepository(io.cwd);
		await requireBranch(io.cwd);
		const { catalogue, findings } = await loadCatalogue(io.cwd);
		const entry = findEntry(name, ['patterns', 'prompts'], catalogue);
		const errors = findings.filter(
			({ file, severity, rule }) =>
				[entry.file, entry.beside?.file].includes(file) &&
				severity === 'error' &&
				rule !== 'approval-complete',
		);
		if (errors.length > 0) {
			for (const finding of errors) io.out(formatFinding(finding));
			io.error(`${entry.file} has errors, so it cannot be released.`);
			io.error('    Fix them and run it again.');
			return 1;
		}
		const version = versionOf(entry);
		const branch = catalogue.organisation.repository.branch;
		const from = { branch, ref: values.published };
		const published = await publishedText(io.cwd, entry.file, version, from);
		await requireChange(entry, version, published, io.cwd);
		const change: Change = {
			version: nextVersion(version, impact),
			date: catalogue.today,
			impact,
			...words,
		};
		const changes = filesOf(entry, change, version, published, io.cwd);
		await requireSound(entry, changes, catalogue, io);
		writeAll(io.cwd, changes, { overwrite: true });
		report(entry, change, changes, catalogue, io);
		return 0;
	},
});

function wordsOf(
	impact: Change['impact'],
	values: { summary?: string | undefined; action?: string | undefined },
): Pick<Change, 'summary' | 'action'> {
	const { summary: SUMMARY, action: ACTION } = changeSchema.shape;
	const said = required('--summary', values.summary, 'what changed and why');
	const summary = fitting('--summary', said, SUMMARY);
	if (impact !== 'major' && values.action === undefined) return { summary };
	const asked = required('--action', values.action, 'what teams must do, by when');
	return { summary, action: fitting('--action', asked, ACTION) };
}

/** Both patterns and prompts have one; findEntry was asked for nothing else. */
function versionOf({ data, file }: Entry): string {
	if ('version' in data && data.version !== undefined) return data.version;
	throw new Error(`${file} has no version`);
}

async function requireChange(
	entry: Entry,
	version: string,
	{ commit, bytes }: Published,
	root: string,
): Promise<void> {
	const folder = `patterns/${entry.id}/`;
	const same =
		entry.collection === 'prompts'
			? fileDigest(bytes) === fileDigest(entry.source)
			: !(await changedSince(root, commit, [folder])).some((path) =>
					isApprovedPath(path.slice(folder.length)),
				);
	if (!same) return;
	throw new UsageError(
		`nothing changed in ${entry.collection}/${entry.id} since ${version} (commit ${commit.slice(0, 10)}).`,
		'Make the change first. If it is committed already, name the commit before it: --published REF',
	);
}

/** The files of the entry with its new version; for a prompt also the text that is left, frozen. */
function filesOf(
	entry: Entry,
	change: Change,
	version: string,
	{ bytes }: Published,
	root: string,
): (FileChange & { text: string | Uint8Array })[] {
	const { file, source, beside } = entry;
	if (beside) {
		return [
			edited({ file, source }, { log: undefined, raises: true, change }),
			edited(beside, { log: 'changes', raises: false, change }),
		];
	}
	const digest = fileDigest(bytes);
	const raised = edited(entry, { log: 'catalogue.changes', raises: true, change, digest });
	const path = collections.releases.file
		.replace('{parent}', entry.parent ?? '')
		.replace('{id}', `${entry.id}@${version}`);
	if (existsSync(join(root, path))) {
		throw new UsageError(
			`${path} already exists.`,
			'That version was released before: see git log.',
		);
	}
	return [raised, { path, text: bytes }];
}

function edited({ file, source }: Pick<Entry, 'file' | 'source'>, edit: ReleaseEdit) {
	const text = withRelease(source, edit);
	if (text !== undefined) return { path: file, text };
	throw new UsageError(
		`the data of ${file} is written in a way this command cannot edit.`,
		'Write `version` and the change log as other entries do: a list with one line per field.',
	);
}

/** The result is checked in memory before a file is touched: no new error may come of it. */
async function requireSound(
	entry: Entry,
	changes: readonly { path: string; text: string | Uint8Array }[],
	{ today }: Catalogue,
	{ cwd, out }: Io,
): Promise<void> {
	const paths = new Set(changes.map(({ path }) => path));
	const kept = readFiles(cwd).filter(({ path }) => !paths.has(path));
	const written = changes.map(({ path, text }) => ({ path, text: String(text) }));
	const { findings } = await checkFiles([...kept, ...written], { today });
	const broken = findings.filter(
		({ file, severity, rule }) =>
			paths.has(file) && severity === 'error' && rule !== 'approval-complete',
	);
	if (broken.length === 0) return;
	for (const finding of broken) out(formatFinding(finding));
	throw new UsageError(
		`the release of ${entry.id} would have errors; nothing was changed.`,
		'Fix what they list, and run it again.',
	);
}

function report(
	{ id, collection, parent }: Entry,
	{ version }: Change,
	changes: readonly { path: string }[],
	{ patterns }: Catalogue,
	{ out }: Io,
): void {
	out(`${collection}/${id} is now ${version}.`);
	for (const { path } of changes) out(`    ${path}`);
	const pattern = patterns.get(collection === 'patterns' ? id : (parent ?? ''));
	if (collection === 'prompts' && pattern) {
		out(
			`The pattern has changed too: npm run release -- patterns/${pattern.id} STEP --summary ...`,
		);
	}
	if (pattern?.data.status === 'approved') {
		out(
			'The approvals do not cover the new content. Every seat must sign again with npm run approve.',
		);
	}
}
