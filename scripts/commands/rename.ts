/** Gives an entry another id, and leaves a tombstone at the old one. Approvals do not follow. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { signCommand } from '#catalogue/judge/approval/sign-words.ts';
import { isApproved } from '#catalogue/judge/approval/subject.ts';
import { tombstoneFor, tombstonePath, tombstoneText } from '#catalogue/judge/approval/tombstone.ts';
import { loadCatalogue } from '#catalogue/load.ts';
import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import { type Finding, formatFinding } from '#catalogue/model/finding.ts';
import { withdrawable } from '#catalogue/rules/withdrawn-id.ts';
import { nearFreeIds, whyNotFree } from '#catalogue/scaffold/free-id.ts';
import { collections } from '#schemas/index.ts';
import { positional } from '../arguments.ts';
import { findEntry } from '../find-entry.ts';
import { requireBranch, requireRepository } from '../git.ts';
import { read } from '../git-process.ts';
import { added, findingsWith, requireNothingLost } from '../life/consequences.ts';
import { defineCommand, type Io, UsageError } from '../run.ts';
import { type FileChange, writeAll } from '../write-files.ts';

export const rename = defineCommand({
	name: 'rename',
	writes: true,
	summary: 'Change the id of an entry, and leave a page at the old address that says so.',
	usage: [
		'npm run catalogue -- rename ID|COLLECTION/ID NEW-ID',
		'Approvals are lost: every seat must sign the entry again under its new id. Records and',
		'incidents stay with the old one. Afterwards it lists what still cites the old id.',
		'Exit codes: 0 renamed, 1 it would have errors, 2 wrong use or wrong state of git. Nothing is written',
		'unless it is 0.',
	],
	async run(args, io) {
		const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
		const [name, id] = positional(positionals, 'the id', 'the new id');
		await requireRepository(io.cwd);
		await requireBranch(io.cwd);
		const { catalogue, findings } = await loadCatalogue(io.cwd);
		const entry = findEntry(name, withdrawable, catalogue);
		const taken = whyNotFree(entry.collection, id, catalogue);
		if (taken) {
			const [near] = nearFreeIds(entry.collection, id, catalogue);
			throw new UsageError(taken, near ? `You can use ${near}.` : 'Choose another.');
		}
		const moves = await movesOf(entry, id, catalogue, io.cwd);
		await requireNothingLost(moves.gone, io.cwd);
		const because = `Renamed to "${id}".`;
		const data = tombstoneFor(entry, { because, successor: id }, catalogue);
		const tombstone = { path: tombstonePath(entry), text: tombstoneText(data) };
		const removals = moves.gone.map((path): FileChange => ({ path, remove: true }));
		const changes = [...removals, ...moves.made, tombstone];
		const after = await findingsWith(changes, catalogue.today, io.cwd);
		const broken = after.filter(
			({ file, severity }) => file === tombstone.path && severity === 'error',
		);
		if (broken.length > 0) {
			for (const finding of broken) io.out(formatFinding(finding));
			io.error('The page at the old address would have errors. Nothing was changed.');
			return 1;
		}
		writeAll(io.cwd, [...moves.made, tombstone, ...removals]);
		report(entry, id, tombstone.path, added(findings, after), io);
		return 0;
	},
});

/** The files under their new paths, byte for byte, and what goes. */
async function movesOf(
	{ collection, id, parent, file }: Entry,
	to: string,
	{ cases, releases }: Catalogue,
	root: string,
): Promise<{ gone: string[]; made: { path: string; text: Uint8Array }[] }> {
	const moved = (from: string, path: string) => ({ path, text: readFileSync(join(root, from)) });
	if (collection === 'patterns') {
		const folder = `patterns/${id}`;
		// Files that git ignores are not moved: what would be lost with them is refused before.
		const listed = await read(root, ['ls-files', '-z', '--', folder]);
		const files = listed.split('\0').filter(Boolean);
		const made = files.map((from) => moved(from, `patterns/${to}${from.slice(folder.length)}`));
		return { gone: [folder], made };
	}
	const place = (name: 'cases' | 'releases', of: string) =>
		collections[name].file.replace('{parent}', parent ?? '').replace('{id}', of);
	const pairs: [from: string, path: string][] = [
		[file, collections[collection].file.replace('{parent}', parent ?? '').replace('{id}', to)],
	];
	if (collection === 'prompts') {
		const tests = cases.get(id);
		if (tests) pairs.push([tests.file, place('cases', to)]);
		for (const release of releases.values()) {
			if (release.parent !== parent || !release.id.startsWith(`${id}@`)) continue;
			pairs.push([release.file, place('releases', `${to}${release.id.slice(id.length)}`)]);
		}
	}
	return { gone: pairs.map(([from]) => from), made: pairs.map((pair) => moved(...pair)) };
}

function report(
	entry: Entry,
	id: string,
	tombstone: string,
	errors: readonly Finding[],
	{ out }: Io,
): void {
	out(`${entry.collection}/${entry.id} is now ${entry.collection}/${id}.`);
	out(`    wrote ${tombstone}`);
	if (isApproved(entry)) {
		out(
			'The approvals of the old id are lost. When the entry is proposed, every seat must sign again:',
		);
		out(`    ${signCommand(`${entry.collection}/${id}`, 'SEAT')}`);
	}
	if (errors.length === 0) {
		out('Nothing refers to the old id. Next: npm run catalogue -- codeowners, then commit.');
		return;
	}
	out(`Correct what cites the old id (${errors.length}), then commit:`);
	for (const finding of errors) out(formatFinding(finding));
}
