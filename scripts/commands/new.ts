/** Starts a new entry: asks what only its author knows, writes the rest, marks what is to be filled. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { similarEntries } from '#catalogue/judge/similar.ts';
import { checkFiles, loadCatalogue } from '#catalogue/load.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { formatFinding } from '#catalogue/model/finding.ts';
import { openCache } from '#catalogue/read/cache.ts';
import { readFiles } from '#catalogue/read/files.ts';
import type { NewFile } from '#catalogue/scaffold/prompt.ts';
import { countOf } from '#catalogue/words/count.ts';
import { collections } from '#schemas/index.ts';
import { type Command, defineCommand, type Io, UsageError } from '../run.ts';
import { type Ask, isGivenUp, terminal } from '../scaffold/ask.ts';
import { chooseKind, KINDS, readFlags, sourceOf } from '../scaffold/call.ts';
import { gather } from '../scaffold/gather.ts';
import { kindOf, scaffolds } from '../scaffold/index.ts';
import { type Context, textOf } from '../scaffold/question.ts';
import type { Scaffold } from '../scaffold/scaffold.ts';
import { writeAll } from '../write-files.ts';

/** What a test puts in place of the terminal and the calendar. */
export interface Surroundings {
	ask: () => Promise<Ask | undefined>;
	today?: string;
}

/** The command, with whoever answers its questions. */
export function newCommand({ ask: whoAnswers, today }: Surroundings): Command {
	return defineCommand({
		name: 'new',
		summary: 'Start a pattern, prompt, control, risk, metric, connector or another entry.',
		usage,
		async run(args, io) {
			try {
				return await start(args, io, await whoAnswers(), today);
			} catch (error) {
				if (!isGivenUp(error)) throw error;
				io.error('You left before the end. Nothing was written.');
				return 130;
			}
		},
	});
}

const usage = [
	'npm run new [-- <kind> [flags]]',
	'It asks for every answer that you do not give as a flag. Without a terminal, give each answer as',
	'a flag unless it has a default. Write a list as a,b,c. Existing files are not changed.',
	`Kinds: ${KINDS.join(', ')}.`,
	'  --from ID    start from an existing pattern (kind pattern)',
	'  --anyway     continue although an existing entry is very similar',
	'  --root DIR   add to the catalogue in DIR',
	...scaffolds.flatMap(({ collection, questions }) => [
		'',
		`${kindOf(collection)}: ${collections[collection].about}`,
		...questions.map(({ flag, about }) => `  --${flag.padEnd(22)} ${about}`),
	]),
	'',
	'Exit codes: 0 written, 1 very similar to an existing entry, 2 wrong use or a folder that cannot be',
	'written, 130 stopped with Ctrl-C. Nothing is written unless it is 0.',
];

export const newEntry = newCommand({ ask: terminal });

async function start(
	args: readonly string[],
	io: Io,
	ask: Ask | undefined,
	today: string | undefined,
): Promise<number> {
	const { scaffold, rest } = await chooseKind(args, ask);
	const { flags, anyway, rootFlag, fromFlag } = readFlags(scaffold, rest);
	const root = rootFlag ?? io.cwd;
	const catalogue = await load(root, io, today);
	const from = sourceOf(scaffold, fromFlag, catalogue);
	const { questions } = scaffold;
	const show = (line: string) => io.out(line);
	const answers = await gather({ questions, flags, ask, show, catalogue, from });
	const context: Context = { catalogue, answers, from };
	refuseFolder(root, scaffold, textOf(answers, 'id'));
	if (!(await mayGoOn(scaffold, context, anyway, ask, io))) return 1;
	const files = scaffold.files(context);
	writeAll(root, files);
	await report(root, files, scaffold.next?.(context) ?? [], catalogue, io);
	return 0;
}

async function load(root: string, io: Io, today: string | undefined): Promise<Catalogue> {
	if (!existsSync(join(root, collections.policy.file))) {
		throw new UsageError(
			`There is no catalogue in ${root}: ${collections.policy.file} is missing.`,
			'Run it in the root of the repository, or name that with --root DIR.',
		);
	}
	const { catalogue, findings } = await loadCatalogue(root, {
		cache: openCache(root, io.error),
		...(today !== undefined && { today }),
	});
	for (const name of ['policy', 'organisation'] as const) {
		if (catalogue.all[name].size > 0) continue;
		throw new UsageError(
			`${collections[name].file} has errors, and it decides what an entry must have.`,
			'Fix it first: npm run validate shows where.',
		);
	}
	// What is left to fill is work, no error of the catalogue: an outcome just made has some.
	const errors = findings.filter(
		({ severity, rule }) => severity === 'error' && rule !== 'to-fill',
	);
	if (errors.length > 0) {
		const files = new Set(errors.map(({ file }) => file)).size;
		io.error(
			`Note: the catalogue has ${countOf(errors.length, 'error')} in ${countOf(files, 'file')}.`,
		);
		io.error('    npm run validate shows them. Your new entry does not depend on them.');
	}
	return catalogue;
}

/** A folder may be there without an entry in it, such as one that somebody began by hand. */
function refuseFolder(root: string, { collection }: Scaffold, id: string): void {
	const [folder] = collections[collection].file.split('{id}/');
	if (folder === collections[collection].file) return;
	if (!existsSync(join(root, `${folder}${id}`))) return;
	throw new UsageError(
		`The folder ${folder}${id} already exists.`,
		'Choose another --id, or move the folder.',
	);
}

async function mayGoOn(
	scaffold: Scaffold,
	context: Context,
	anyway: boolean,
	ask: Ask | undefined,
	io: Io,
): Promise<boolean> {
	const similar = similarEntries(scaffold.planned(context), context.catalogue).filter(
		({ entry }) => entry.id !== context.from?.id,
	);
	const [nearest] = similar;
	if (!nearest) return true;
	for (const { entry, reasons } of similar.slice(0, 3)) {
		io.error(`${entry.file} is very similar: ${reasons.join('; ')}.`);
	}
	io.error(`    If one entry can serve both, extend ${nearest.entry.id} instead.`);
	if (anyway) return true;
	if (ask && (await ask.confirm({ message: 'Continue anyway', default: false }))) return true;
	io.error(ask ? 'Nothing was written.' : 'Nothing was written. To add it anyway: --anyway.');
	return false;
}

/** Says what was written and what the checks now ask for. */
async function report(
	root: string,
	files: readonly NewFile[],
	next: readonly string[],
	{ today }: Catalogue,
	{ out }: Io,
): Promise<void> {
	const paths = new Set(files.map(({ path }) => path));
	const { findings } = await checkFiles(readFiles(root), { today });
	const ours = findings.filter(({ file }) => paths.has(file));
	const open = ours.filter(({ rule }) => rule === 'to-fill');
	for (const path of paths) out(`wrote ${path}`);
	out(`${countOf(open.length, 'thing')} to fill in. Each is marked FILL: with what to write.`);
	const others = ours.filter(({ rule }) => rule !== 'to-fill');
	if (others.length > 0) out('The checks also found:');
	for (const finding of others) out(formatFinding(finding));
	for (const line of next) out(`Next: ${line}`);
	out(
		'Next: npm run validate lists what you must fill in, by line. CONTRIBUTING.md says what to do after that.',
	);
}
