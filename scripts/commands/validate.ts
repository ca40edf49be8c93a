/** Checks every entry, reference and rule; prints what the build would refuse. */
import { resolve } from 'node:path';
import { checkFiles } from '#catalogue/load.ts';
import { readFiles } from '#catalogue/read/files.ts';
import { ruleDocs } from '#catalogue/rules/docs.ts';
import { printers } from '../printers/index.ts';
import { defineCommand, type Io } from '../run.ts';
import { addressIn, checkOnce, linkTo, requireCatalogue } from '../validate/check.ts';
import { explainRule, listRules } from '../validate/explain.ts';
import { type Options, readOptions } from '../validate/options.ts';
import { watchContent } from '../validate/watch.ts';

export const validate = defineCommand({
	name: 'validate',
	summary: 'Check every entry, reference and rule. Exits 1 when anything is wrong.',
	usage: [
		'npm run validate [-- flags]',
		'  --format NAME   how findings are printed; pretty by default:',
		...printers.map(({ name, summary }) => `      ${name.padEnd(8)}${summary}`),
		'  --changed REF   only findings about what changed since REF and what it affects',
		'  --rule NAME     only findings of this rule; you can give it several times',
		'  --history       also ask git who wrote what was approved, and what was removed or changed',
		'                  since the published branch',
		'  --strict        warnings count as errors',
		'  --watch         run again whenever a file changes, until Ctrl-C',
		'  --explain NAME  why a rule exists, with an example; without a name, all rules',
		'  --root DIR      check the catalogue in DIR',
		'NO_COLOR and FORCE_COLOR are respected. In formats for machines, the counts go to stderr.',
		'Exit codes: 0 no errors, 1 something to fix, 2 wrong use.',
	],
	async run(args, io) {
		const options = readOptions(args);
		const root = resolve(io.cwd, options.root ?? '.');
		if (options.explain !== undefined) return explain(root, options.explain, io);
		if (options.watch) return watching(root, options, io);
		return checkOnce(root, options, io);
	},
});

async function explain(root: string, id: string, io: Io): Promise<number> {
	const doc = ruleDocs.find((candidate) => candidate.id === id);
	if (!doc) {
		for (const line of listRules()) io.out(line);
		return 0;
	}
	requireCatalogue(root);
	const files = readFiles(root);
	const { catalogue } = await checkFiles(files, { rules: [] });
	const lines = await explainRule(doc, catalogue.policy, linkTo(id, addressIn(files)));
	for (const line of lines) io.out(line);
	return 0;
}

/** Clears a terminal and what was scrolled out of it. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

async function watching(root: string, options: Options, io: Io): Promise<number> {
	requireCatalogue(root);
	const stop = new AbortController();
	const end = () => stop.abort();
	const signals = ['SIGINT', 'SIGTERM'] as const;
	for (const signal of signals) process.once(signal, end);
	let code = 0;
	const check = async () => {
		if (io.terminal) io.out(CLEAR);
		code = await checkOnce(root, options, io);
		io.out('Watching content/ and patterns/. Press Ctrl-C to stop.');
	};
	try {
		await watchContent(root, check, stop.signal);
	} finally {
		for (const signal of signals) process.off(signal, end);
	}
	return code;
}
