/** Judges a proposal with the code, rules, policy and roster of the branch it goes to. */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { checkFiles } from '#catalogue/load.ts';
import { formatFinding } from '#catalogue/model/finding.ts';
import { newApprovals } from '#catalogue/report/approval-comparisons.ts';
import {
	judge as judgeFiles,
	type Sides,
	type Verdict,
	type VerdictName,
} from '#catalogue/report/verdict.ts';
import { countOf } from '#catalogue/words/count.ts';
import { collections } from '#schemas/index.ts';
import { historyFindings } from '../approval/history-findings.ts';
import { required } from '../arguments.ts';
import { uncommitted } from '../git.ts';
import { changedBetween, readFilesAt } from '../git-files.ts';
import { ask } from '../git-process.ts';
import { checkOutBase } from '../judge/base-checkout.ts';
import { commitOf, isCheckoutOf, mergedTree } from '../judge/merged.ts';
import { defineCommand, type Io, UsageError } from '../run.ts';

const CODES = { same: 0, refused: 1, weakened: 3, unknown: 4 } as const satisfies Record<
	VerdictName,
	number
>;

export const judge = defineCommand({
	name: 'judge',
	summary: 'Judge a proposal by the rules of the branch it goes to, not by its own.',
	usage: [
		'npm run judge -- --base REF [--proposal REF] [--here]',
		'  --base REF      branch that the proposal goes to, such as origin/main',
		'  --proposal REF  branch or commit to judge; without it the commit that is checked out',
		'  --here          run the code of this folder, which must be a clean checkout of the base',
		'Without --here it checks the base out in a folder of your cache, installs the packages of the',
		'base there and runs them. It judges what main would contain after the merge. The proposal is',
		'read as data: none of its code, settings or packages run.',
		'Exit codes: 0 the base accepts it; 1 the base refuses it; 2 wrong use, or it cannot be judged;',
		'3 the base refuses it, and the proposal changes how it is judged; 4 the base does not know a',
		'field, value or folder in it, so the council must merge the change of the schemas first.',
	],
	async run(args, io) {
		const { values } = parseArgs({
			args: [...args],
			options: {
				base: { type: 'string' },
				proposal: { type: 'string' },
				here: { type: 'boolean', default: false },
			},
		});
		const name = required('--base', values.base, 'which branch it goes to');
		const base = await commitOf(io.cwd, name);
		const proposal = await commitOf(io.cwd, values.proposal ?? 'HEAD');
		await requireCatalogueAt(io.cwd, base, name);
		if (values.proposal === undefined) await warnOfUncommitted(io);
		if (values.here && !(await isCheckoutOf(io.cwd, base))) {
			throw new UsageError(
				`This folder is not a clean checkout of ${name}.`,
				`Check it out first: git switch --detach ${base.slice(0, 12)}`,
			);
		}
		return values.here ? judgeHere(base, proposal, io) : judgeInBase(base, proposal, name, io);
	},
});

async function requireCatalogueAt(root: string, base: string, name: string): Promise<void> {
	const path = `${base}:./${collections.organisation.file}`;
	if ((await ask(root, ['cat-file', '-e', path])).code === 0) return;
	throw new UsageError(
		`There is no catalogue in this folder at ${name}.`,
		'Run it in the folder that contains content/ and patterns/.',
	);
}

async function warnOfUncommitted({ cwd, error }: Io): Promise<void> {
	const files = await uncommitted(cwd, ['content', 'patterns']);
	if (files.length === 0) return;
	error(`Not judged: ${countOf(files.length, 'file')} that you have not committed.`);
	error('    Commit them first if they belong to the proposal.');
}

/** The code that runs is the base's: reads both sides from git and says the verdict. */
async function judgeHere(base: string, proposal: string, io: Io): Promise<number> {
	const tree = await mergedTree(io.cwd, base, proposal);
	const [baseFiles, files] = [await readFilesAt(io.cwd, base), await readFilesAt(io.cwd, tree)];
	const changed = await changedBetween(io.cwd, base, tree);
	// No cache: it could hold what other code made of a file.
	const verdict = await judgeFiles(
		baseFiles,
		files,
		changed,
		(read) => checkFiles(read),
		(sides) => approvalHistory(sides, proposal, io.cwd),
	);
	for (const line of linesOf(verdict)) io.out(line);
	return CODES[verdict.name];
}

/** Authors and days of what new approvals are of; the branch of the proposal has that history. */
function approvalHistory({ base, proposal }: Sides, head: string, root: string) {
	const sides = { base: base.catalogue, proposal: proposal.catalogue };
	return historyFindings(newApprovals(sides), proposal.catalogue, root, head);
}

/** Runs this command again with the code of the base, in a checkout of its own. */
async function judgeInBase(base: string, proposal: string, name: string, io: Io): Promise<number> {
	if ((await ask(io.cwd, ['cat-file', '-e', `${base}:./scripts/commands/judge.ts`])).code !== 0) {
		throw new UsageError(
			`${name} has no judge command yet.`,
			'Merge the change that adds it first; until then, a person must read the proposal and judge it.',
		);
	}
	const { folder, node, env, remove } = await checkOutBase(io.cwd, base, io.error);
	// Ctrl-C reaches the other process as well; when that has ended, the checkout is removed.
	const wait = () => {};
	const signals = ['SIGINT', 'SIGTERM'] as const;
	for (const signal of signals) process.on(signal, wait);
	try {
		const call = [
			'scripts/catalogue.ts',
			'judge',
			'--here',
			'--base',
			base,
			'--proposal',
			proposal,
		];
		return await new Promise<number>((resolve, reject) => {
			const child = spawn(node, call, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
			lines(child.stdout, io.out);
			lines(child.stderr, io.error);
			child.on('error', reject);
			child.on('close', (code) => resolve(code ?? 2));
		});
	} finally {
		for (const signal of signals) process.off(signal, wait);
		await remove();
	}
}

function lines(stream: NodeJS.ReadableStream, each: (line: string) => void): void {
	let rest = '';
	stream.setEncoding('utf8');
	stream.on('data', (part: string) => {
		const all = `${rest}${part}`.split('\n');
		rest = all.pop() ?? '';
		for (const line of all) each(line);
	});
	stream.on('end', () => rest && each(rest));
}

/** The verdict in words, findings first. */
export function linesOf({ name, errors, ownErrors, warnings, already, judges }: Verdict): string[] {
	const own =
		ownErrors.length > 0
			? [
					'With the policy and organisation of the proposal itself:',
					...ownErrors.map(formatFinding),
				]
			: [];
	const touched = judges.map(({ what, files }) => {
		const rest = files.length > 3 ? ` and ${files.length - 3} more` : '';
		return `    ${what}: ${files.slice(0, 3).map(quoted).join(', ')}${rest}`;
	});
	return [
		...errors.map(formatFinding),
		...own,
		...(touched.length > 0 ? ['The proposal changes how content is judged:', ...touched] : []),
		...(already > 0 ? [`${countOf(already, 'error is', 'errors are')} in the base as well.`] : []),
		...VERDICTS[name](errors.length + ownErrors.length, warnings),
	];
}

/** A path as one line of plain text, whatever an author put in it. */
const quoted = (path: string) =>
	/^[\w./@+-]+$/.test(path) ? path : JSON.stringify(path).replace(/[^\x20-\x7e]/g, '?');

const VERDICTS: Record<VerdictName, (errors: number, warnings: number) => string[]> = {
	same: (_, warnings) => [
		`Accepted: no errors under the rules, policy and roster of the base${warnings > 0 ? ` (${countOf(warnings, 'warning')})` : ''}.`,
	],
	refused: (errors) => [
		`Refused: ${countOf(errors, 'error')} under the rules of the base.`,
		'    Fix them. npm run validate shows the same errors.',
	],
	weakened: (errors) => [
		`Refused: ${countOf(errors, 'error')} under the rules of the base, although the proposal changes how it is judged.`,
		'    Make two proposals: first the change of the rules, policy or roster, for the council.',
		'    When it is merged, the content can follow.',
	],
	unknown: (errors) => [
		`For the council: the base does not know ${countOf(errors, 'field, value or folder', 'fields, values or folders')} in this proposal.`,
		'    Nothing else in those files was judged. The council must merge the change of the schemas first.',
	],
};
