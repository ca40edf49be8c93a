/** Says what a change means, for a reviewer who will not open the diff. */
import { accessSync, constants, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { flowchartOf } from '#catalogue/export/mermaid.ts';
import { checkFiles } from '#catalogue/load.ts';
import { addressesOf } from '#catalogue/model/address.ts';
import { openCache } from '#catalogue/read/cache.ts';
import { readFiles } from '#catalogue/read/files.ts';
import { WEIGHINGS } from '#catalogue/report/breaking.ts';
import { compareCatalogues } from '#catalogue/report/compare.ts';
import { COMMENT_LIMIT, printMarkdown } from '#catalogue/report/markdown.ts';
import { readSides } from '#catalogue/report/sides.ts';

import { countOf } from '#catalogue/words/count.ts';
import { mergeBase, requireRepository, resolveRef, uncommitted } from '../git.ts';
import { changedBetween, changedOutside, readFilesAt } from '../git-files.ts';
import { defineCommand, UsageError } from '../run.ts';
import { changedFiles } from '../validate/changed.ts';
import { writeAll } from '../write-files.ts';

const FORMATS = ['markdown', 'json'] as const;

export const report = defineCommand({
	name: 'report',
	summary: 'Show what changed in meaning since a commit, and who must agree.',
	usage: [
		'npm run report -- --base REF [--head REF] [--out FILE] [--format markdown|json] [--link URL]',
		'  --base REF     branch or commit that the change goes to, compared where the two diverged',
		'  --head REF     branch or commit of the change; without it the working tree',
		'  --out FILE     file to write; without it the report is printed',
		'  --format NAME  markdown (for a comment of at most 65,536 characters) or json',
		'  --link URL     address of a file with {path} in it, such as https://host/blob/main/{path}',
		'  --explain      print the table of what counts as breaking, and stop',
		'Exit codes: 0 written, 2 wrong use.',
	],
	async run(args, { cwd, out, error }) {
		const { values } = parseArgs({
			args: [...args],
			options: {
				base: { type: 'string' },
				head: { type: 'string' },
				out: { type: 'string' },
				format: { type: 'string', default: 'markdown' },
				link: { type: 'string', default: '{path}' },
				explain: { type: 'boolean', default: false },
			},
		});
		if (values.explain) {
			for (const line of weighingLines()) out(line);
			return 0;
		}
		const format = FORMATS.find((name) => name === values.format);
		if (!format) {
			const message = `There is no format "${values.format}".`;
			throw new UsageError(message, `Formats: ${FORMATS.join(', ')}.`);
		}
		if (!/^(?:https?:\/\/[^\s()<>]+)?\{path\}$/.test(values.link)) {
			const fix = 'Write it such as https://host.example/blob/main/{path}.';
			throw new UsageError(`--link "${values.link}" is not an address ending in {path}.`, fix);
		}
		if (!values.base) {
			throw new UsageError('--base is missing.', 'Give the branch it goes to: --base main.');
		}
		const target = values.out === undefined ? undefined : fileToWrite(cwd, values.out);
		const text = await write(cwd, { ...values, base: values.base, format }, error);
		if (target === undefined) out(text.trimEnd());
		else {
			writeAll(dirname(target), [{ path: basename(target), text }], { overwrite: true });
			out(`The report is in ${values.out}.`);
		}
		return 0;
	},
});

interface Call {
	base: string;
	head?: string;
	format: (typeof FORMATS)[number];
	link: string;
}

async function write(
	root: string,
	{ base, head, format, link }: Call,
	notice: (line: string) => void,
): Promise<string> {
	await requireRepository(root);
	const [to, from] = [await resolveRef(root, base), head && (await resolveRef(root, head))];
	const parted = (await mergeBase(root, to, from ?? 'HEAD')) ?? to;
	const cache = openCache(root, notice);
	const files = from ? await readFilesAt(root, from) : readFiles(root);
	const baseFiles = await readFilesAt(root, parted);
	const sides = await readSides(baseFiles, files, (read) => checkFiles(read, { cache }));
	const compared = {
		base: { ref: base, commit: parted },
		head: from ? { ref: head, commit: from } : undefined,
		uncommitted: from ? [] : await uncommitted(root, ['content', 'patterns']),
		outside: await changedOutside(root, parted, from),
	};
	const changed = from
		? await changedBetween(root, parted, from)
		: [...changedFiles(baseFiles, files), ...compared.outside];
	const result = await compareCatalogues(sides, changed);
	const { catalogue } = sides.head;
	const url = addressesOf(catalogue);
	const drawings = new Map(
		[...catalogue.patterns.values()].map((entry) => [entry.id, flowchartOf(entry, url)]),
	);
	if (format === 'json') {
		const added = result.entries.filter(({ kind }) => kind === 'new').map(({ id }) => id);
		const drawn = Object.fromEntries([...drawings].filter(([id]) => added.includes(id)));
		return `${JSON.stringify({ compared, ...result, drawings: drawn }, undefined, '\t')}\n`;
	}
	const moved = parted === to ? '' : `, where it left ${base}`;
	const dirty = compared.uncommitted.length;
	const tree = `the working tree${dirty > 0 ? ` with ${countOf(dirty, 'uncommitted file')}` : ''}`;
	const start = parted === to ? `${base} (${parted.slice(0, 10)})` : parted.slice(0, 10);
	const words = `From ${start}${moved} to ${head ?? tree}.`;
	return printMarkdown(result, {
		compared: words,
		outside: compared.outside,
		drawings,
		link,
		limit: COMMENT_LIMIT,
	});
}

/** Refused before the work rather than after it. */
function fileToWrite(cwd: string, path: string): string {
	const target = resolve(cwd, path);
	const refuse = (message: string) =>
		new UsageError(message, 'Give a file in a folder that you can write to.');
	if (!isFolder(dirname(target))) throw refuse(`The folder of ${path} does not exist.`);
	if (isFolder(target)) throw refuse(`${path} is a folder.`);
	try {
		accessSync(dirname(target), constants.W_OK);
	} catch {
		throw refuse(`The folder of ${path} cannot be written.`);
	}
	return target;
}

const isFolder = (path: string) =>
	statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** The table of what is breaking, a line for each row. */
function weighingLines(): string[] {
	const rows = WEIGHINGS.map(({ at, on, impact, because }) => [impact, at, on.join('/'), because]);
	return rows.map(
		([impact = '', at = '', on = '', because]) =>
			`${impact.padEnd(6)} ${at.padEnd(44)} ${on.padEnd(36)} ${because}`,
	);
}
