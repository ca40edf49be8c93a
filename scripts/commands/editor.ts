/** Writes what an editor needs to complete and check entries, into a folder that git ignores. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { loadCatalogue } from '#catalogue/load.ts';
import { digestOf } from '#catalogue/model/digest.ts';
import type { Loaded } from '#catalogue/model/loaded.ts';
import { EDITOR_FOLDER, editorFiles, editorPaths } from '#catalogue/pages/editor.ts';
import { openCache } from '#catalogue/read/cache.ts';
import { defineCommand } from '../run.ts';

export const editor = defineCommand({
	name: 'editor',
	summary: 'Refresh completion and checks of the editor with the ids that exist now.',
	usage: [
		'npm run catalogue -- editor',
		`Writes JSON Schemas and a list of files to ${EDITOR_FOLDER}, which git ignores.`,
		'`npm run dev` and `npm run validate` do the same.',
		'Exit codes: 0 written, 1 the folder cannot be written, 2 wrong use.',
	],
	async run(args, { cwd, out, error }) {
		parseArgs({ args: [...args], options: {} });
		const loaded = await loadCatalogue(cwd, { cache: openCache(cwd, error) });
		try {
			const { all, changed } = await writeEditorFiles(cwd, loaded);
			for (const path of changed) out(`wrote ${path}`);
			out(`${all} files for the editor, ${changed.length} of them new or changed.`);
			return 0;
		} catch (problem) {
			const reason = problem instanceof Error ? problem.message : String(problem);
			error(`The files for the editor cannot be written: ${reason}`);
			error(`    Check that you can write to ${EDITOR_FOLDER}.`);
			return 1;
		}
	},
});

interface Written {
	/** How many files there are. */
	all: number;
	/** Paths of those that were written, because they were missing or different. */
	changed: string[];
}

/**
 * Brings the files up to date. One that has not changed is left alone, so that the editor does not
 * read it again; one that has is complete from the moment it has its name.
 */
async function writeEditorFiles(root: string, loaded: Loaded): Promise<Written> {
	const files = editorFiles(loaded, pathToFileURL(`${root}/`));
	const changed: string[] = [];
	for (const { path, text } of files) {
		const target = join(root, path);
		if (existsSync(target) && (await readFile(target, 'utf8')) === text) continue;
		await mkdir(dirname(target), { recursive: true });
		const partial = `${target}.${process.pid}.new`;
		try {
			await writeFile(partial, text);
			await rename(partial, target);
		} finally {
			await rm(partial, { force: true });
		}
		changed.push(path);
	}
	return { all: files.length, changed };
}

/**
 * The same for a command whose work is another. Gives what the files hold then, as one digest; a
 * checkout that is read-only has no editor, which is the same each time.
 */
export async function refreshEditor(root: string, loaded: Loaded): Promise<string> {
	await writeEditorFiles(root, loaded).catch(() => undefined);
	return editorState(root);
}

/** What the files of the editor hold, as one digest. */
export async function editorState(root: string): Promise<string> {
	const texts = editorPaths.map((path) => readFile(join(root, path), 'utf8').catch(() => ''));
	return digestOf((await Promise.all(texts)).join('\0'));
}
