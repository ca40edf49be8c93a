/** Unpacks the starter of a pattern into a folder of its own. */
import { mkdir, readdir, rmdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { starterFiles } from '#catalogue/copy/starter/assemble.ts';
import { loadCatalogue } from '#catalogue/load.ts';
import { addressesOf, OVERRIDE_USAGE } from '#catalogue/model/address.ts';
import { formatFinding } from '#catalogue/model/finding.ts';
import { hasStarter } from '#catalogue/model/starter.ts';
import { NEW_FOLDER_USAGE, notEmpty, positional, required } from '../arguments.ts';
import { findEntry } from '../find-entry.ts';
import { defineCommand, UsageError } from '../run.ts';
import { writeAll } from '../write-files.ts';

export const starter = defineCommand({
	name: 'starter',
	summary: 'Unpack the starter of a pattern into a folder.',
	usage: [
		'npm run catalogue -- starter <pattern> --out DIR',
		NEW_FOLDER_USAGE,
		OVERRIDE_USAGE,
		'Then, in the folder: npm ci, npm test, npm start.',
		'Exit codes: 0 unpacked, 1 the pattern has errors, 2 wrong use.',
	],
	async run(args, { cwd, out }) {
		const { values, positionals } = parseArgs({
			args: [...args],
			options: { out: { type: 'string' } },
			allowPositionals: true,
		});
		const [name] = positional(positionals, 'The pattern');
		const folder = required('--out', values.out, 'which folder to create');
		const target = resolve(cwd, folder);
		const made = await makeEmpty(target, folder);
		try {
			const { catalogue, findings } = await loadCatalogue(cwd);
			const pattern = catalogue.patterns.get(findEntry(name, ['patterns'], catalogue).id);
			if (!pattern || !hasStarter(pattern, catalogue)) {
				const others = [...catalogue.patterns.values()].filter((one) => hasStarter(one, catalogue));
				const ids = others.map(({ id }) => id).join(', ');
				throw new UsageError(
					`"${name}" has no starter yet.`,
					`Patterns with one: ${ids || 'none'}.`,
				);
			}
			const errors = findings.filter(
				({ severity, file }) => severity === 'error' && file.startsWith(`patterns/${pattern.id}/`),
			);
			for (const finding of errors) out(formatFinding(finding));
			if (errors.length > 0) return 1;
			const files = starterFiles(
				pattern,
				catalogue,
				addressesOf(catalogue, process.env.CATALOGUE_URL),
			);
			writeAll(target, files);
			out(`${files.length} files in ${folder}. Next: cd ${folder}, npm ci, npm test, npm start.`);
			return 0;
		} finally {
			// A folder made for nothing goes away again; one with files in it stays.
			if (made) await rmdir(target).catch(() => undefined);
		}
	},
});

/** Whether the folder was made; one that holds anything is refused. */
async function makeEmpty(target: string, shown: string): Promise<boolean> {
	try {
		const held = await readdir(target);
		if (held.length === 0) return false;
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		if (code === 'ENOENT') return (await mkdir(target, { recursive: true })) !== undefined;
		if (code !== 'ENOTDIR') throw error;
		throw new UsageError(`${shown} is a file.`, 'Give a new folder.');
	}
	throw notEmpty(shown);
}
