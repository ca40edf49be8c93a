/** Withdraws an entry: takes it out and leaves a tombstone, so that its address tells why. */
import { parseArgs } from 'node:util';
import { tombstoneFor, tombstonePath, tombstoneText } from '#catalogue/judge/approval/tombstone.ts';
import { incidentsOf } from '#catalogue/judge/use/incidents.ts';
import { loadCatalogue } from '#catalogue/load.ts';
import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import { type Finding, formatFinding } from '#catalogue/model/finding.ts';
import { isOf } from '#catalogue/model/is-of.ts';
import { withdrawable } from '#catalogue/rules/withdrawn-id.ts';
import { withdrawnSchema } from '#schemas/withdrawn.ts';
import { fitting, positional, required } from '../arguments.ts';
import { findEntry } from '../find-entry.ts';
import { requireBranch, requireRepository } from '../git.ts';
import { added, findingsWith, requireNothingLost } from '../life/consequences.ts';
import { requireSuccessor } from '../life/successor.ts';
import { defineCommand, type Io, UsageError } from '../run.ts';
import { type FileChange, writeAll } from '../write-files.ts';

const { because: BECAUSE, successor: SUCCESSOR } = withdrawnSchema.shape;

export const withdraw = defineCommand({
	name: 'withdraw',
	writes: true,
	summary: 'Remove an entry, and leave a page that gives the reason and the successor.',
	usage: [
		'npm run withdraw -- ID|COLLECTION/ID --because TEXT [--successor ID]',
		'  --because TEXT   why, for a team that still uses it',
		'  --successor ID   entry of the same collection to move to',
		'A pattern is removed with its whole folder, and each of its prompts gets such a page too.',
		`Collections: ${withdrawable.join(', ')}.`,
		'Afterwards it lists the references that you must correct.',
		'Exit codes: 0 withdrawn, 1 the page would have errors, 2 wrong use or wrong state of git.',
	],
	async run(args, io) {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: { because: { type: 'string' }, successor: { type: 'string' } },
		});
		const [name] = positional(positionals, 'the id');
		const said = required('--because', values.because, 'why');
		const because = fitting('--because', said, BECAUSE);
		const successor =
			values.successor === undefined
				? undefined
				: fitting('--successor', values.successor, SUCCESSOR);
		await requireRepository(io.cwd);
		await requireBranch(io.cwd);
		const { catalogue, findings } = await loadCatalogue(io.cwd);
		const entry = findEntry(name, withdrawable, catalogue);
		requireSuccessor(entry, successor, catalogue);
		requireNoIncident(entry, catalogue);
		const removed = removedPaths(entry, catalogue);
		await requireNothingLost(removed, io.cwd);
		const reason = { because };
		const tombstones = [
			{ entry, data: tombstoneFor(entry, { because, successor }, catalogue) },
			...promptsOf(entry, catalogue).map((prompt) => ({
				entry: prompt,
				data: tombstoneFor(prompt, reason, catalogue),
			})),
		].map(({ entry: gone, data }) => ({ path: tombstonePath(gone), text: tombstoneText(data) }));
		const removals = removed.map((path): FileChange => ({ path, remove: true }));
		const after = await findingsWith([...removals, ...tombstones], catalogue.today, io.cwd);
		const written = new Set(tombstones.map(({ path }) => path));
		const broken = after.filter(({ file, severity }) => written.has(file) && severity === 'error');
		if (broken.length > 0) {
			for (const finding of broken) io.out(formatFinding(finding));
			io.error('The page it leaves would have errors. Nothing was changed.');
			io.error('    Fix what they list, and run it again.');
			return 1;
		}
		writeAll(io.cwd, [...tombstones, ...removals]);
		report(entry, [...written], removed, added(findings, after), io);
		return 0;
	},
});

/** Incidents stay for ever and name the use in which they happened. */
function requireNoIncident(entry: Entry, catalogue: Catalogue): void {
	if (!isOf('use-cases', entry)) return;
	const [incident] = incidentsOf(entry, catalogue);
	if (!incident) return;
	throw new UsageError(
		`${incident.file} is about ${entry.id}, and incidents must be kept.`,
		`Retire the use case instead: set \`state: retired\` in ${entry.file}.`,
	);
}

const promptsOf = ({ collection, id }: Entry, { prompts }: Catalogue): Entry[] =>
	collection === 'patterns' ? [...prompts.values()].filter(({ parent }) => parent === id) : [];

/** What goes: a pattern with its folder; a prompt with its cases and released texts; else one file. */
function removedPaths(entry: Entry, { cases, releases }: Catalogue): string[] {
	const { collection, id, parent, file } = entry;
	if (collection === 'patterns') return [`patterns/${id}`];
	if (collection !== 'prompts') return [file];
	const own = [...releases.values()].filter(
		(release) => release.parent === parent && release.id.startsWith(`${id}@`),
	);
	const tests = cases.get(id);
	return [file, ...(tests ? [tests.file] : []), ...own.map((release) => release.file)];
}

function report(
	{ collection, id }: Entry,
	written: readonly string[],
	removed: readonly string[],
	errors: readonly Finding[],
	{ out }: Io,
): void {
	out(`${collection}/${id} is withdrawn.`);
	for (const path of written) out(`    wrote ${path}`);
	for (const path of removed) out(`    removed ${path}`);
	if (errors.length === 0) {
		out('Nothing refers to it. Next: commit, and open a pull request.');
		return;
	}
	out(`Correct what refers to it now (${errors.length}), then commit:`);
	for (const finding of errors) out(formatFinding(finding));
}
