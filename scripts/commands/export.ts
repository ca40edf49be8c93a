/** Writes the files that the site serves for tools, byte for byte the same, without building pages. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exportFiles } from '#catalogue/copy/index.ts';
import { loadCatalogue } from '#catalogue/load.ts';
import { addressesOf, OVERRIDE_USAGE } from '#catalogue/model/address.ts';
import { formatFinding } from '#catalogue/model/finding.ts';
import { NEW_FOLDER_USAGE, notEmpty } from '../arguments.ts';
import { commitOf } from '../commit.ts';
import { defineCommand, UsageError } from '../run.ts';

export const exportCommand = defineCommand({
	name: 'export',
	summary: 'Write every file that the site serves for tools into a folder.',
	usage: [
		'npm run catalogue -- export --out DIR',
		NEW_FOLDER_USAGE,
		OVERRIDE_USAGE,
		'Exit codes: 0 written, 1 the catalogue has errors, 2 wrong use.',
	],
	async run(args, { cwd, out }) {
		const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } });
		if (!values.out) throw new UsageError('--out is missing.', 'Give the folder: --out DIR.');
		const target = resolve(cwd, values.out);
		if (existsSync(target) && (await readdir(target)).length > 0) {
			throw notEmpty(values.out);
		}
		const { catalogue, findings } = await loadCatalogue(cwd, { commit: await commitOf(cwd) });
		const errors = findings.filter(({ severity }) => severity === 'error');
		for (const finding of errors) out(formatFinding(finding));
		if (errors.length > 0) return 1;
		const url = addressesOf(catalogue, process.env.CATALOGUE_URL);
		const files = exportFiles({ catalogue, url });
		// Complete or not at all: the folder gets its name when the last file is in it.
		const partial = `${target}.partial`;
		await rm(partial, { recursive: true, force: true });
		try {
			for (const { path, body } of files) {
				await mkdir(dirname(join(partial, path)), { recursive: true });
				await writeFile(join(partial, path), await body());
			}
			await rm(target, { recursive: true, force: true });
			await rename(partial, target);
		} finally {
			await rm(partial, { recursive: true, force: true });
		}
		out(`${files.length} files in ${values.out}.`);
		return 0;
	},
});
