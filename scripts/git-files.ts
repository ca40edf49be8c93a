/** The catalogue as it was in a commit, read from git without touching the working tree. */
import { spawn } from 'node:child_process';
import { compare } from '#catalogue/model/finding.ts';
import { linkAt, refusedUnread, type SourceFile, sourceOf } from '#catalogue/read/files.ts';
import { UsageError } from './run.ts';

interface Blob {
	id: string;
	path: string;
	size: number;
}

/** Modes of git for what is no file: a link, and a place for another repository. */
const LINKS = new Set(['120000', '160000']);

/**
 * Every file of the content roots at a commit or tree, the same as `readFiles` gives for a folder.
 * `root` is the folder of the catalogue; it may be below the root of the repository.
 *
 * It lists the tree and reads each blob, rather than unpack what `git archive` gives: attributes in
 * the tree could hide a file from an archive (`export-ignore`) or change its text (`export-subst`).
 * A link is named and a file that is too large is never read.
 */
export async function readFilesAt(root: string, commit: string): Promise<SourceFile[]> {
	const refused = new Map<string, SourceFile>();
	const blobs: Blob[] = [];
	for (const { mode, path, ...blob } of await listTree(root, commit)) {
		const isServed = path === 'public' || path.startsWith('public/');
		const unread = isServed || ROOTS.has(path) ? undefined : refusedUnread(path, blob.size);
		if (unread === 'passed') continue;
		const refusal = unread ?? (LINKS.has(mode) ? linkAt(path) : undefined);
		if (refusal) refused.set(refusal.path, refusal);
		else if (!isServed) blobs.push({ path, ...blob });
	}
	const contents = await readBlobs(root, blobs);
	const files = blobs.map(({ path }, index) => sourceOf(path, contents[index] ?? Buffer.of()));
	return [...files.filter((file) => file !== undefined), ...refused.values()].sort((a, b) =>
		compare(a.path, b.path),
	);
}

const ROOTS = new Set(['content', 'patterns']);

/**
 * The tree of the catalogue's folder at a commit or tree, as git names it; undefined where that has
 * no such folder.
 */
async function treeOf(root: string, commit: string): Promise<string | undefined> {
	const folder = (await git(root, ['rev-parse', '--show-prefix'])).toString().replace(/\n$/, '');
	const name = `${commit}:${folder}`;
	const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', name];
	const found = await git(root, args).catch(() => undefined);
	return found?.toString().trim() || undefined;
}

/**
 * Files outside the content roots that differ between a commit and another, or between it and the
 * working tree, new files that git does not ignore included.
 */
export async function changedOutside(
	root: string,
	base: string,
	head: string | undefined,
): Promise<string[]> {
	const diff = [
		'diff',
		'--name-only',
		'--relative',
		'-z',
		'--no-renames',
		base,
		...(head ? [head] : []),
		'--',
	];
	const asked = [diff, ...(head ? [] : [['ls-files', '-z', '--others', '--exclude-standard']])];
	const listed = await Promise.all(asked.map((args) => git(root, args)));
	const paths = listed.flatMap((output) => output.toString().split('\0'));
	return [...new Set(paths)].filter((path) => path && !/^(?:content|patterns)\//.test(path)).sort();
}

/** Paths that differ between two trees in the folder of the catalogue, as they are below it. */
export async function changedBetween(root: string, base: string, other: string): Promise<string[]> {
	const [one, two] = [await treeOf(root, base), await treeOf(root, other)];
	if (!one || !two) return [];
	const output = await git(root, [
		'diff-tree',
		'-r',
		'--name-only',
		'-z',
		'--no-renames',
		one,
		two,
	]);
	return output.toString().split('\0').filter(Boolean).sort();
}

/** Everything under the content roots and what the site serves as it is. */
async function listTree(root: string, commit: string): Promise<(Blob & { mode: string })[]> {
	const tree = await treeOf(root, commit);
	if (!tree) return [];
	const folders = ['patterns', 'content', 'public'];
	const args = ['ls-tree', '-r', '-l', '-z', '--full-tree', tree, '--', ...folders];
	const listed = (await git(root, args)).toString().split('\0');
	return listed.flatMap((line) => {
		const match = /^(\d+) (?:blob|commit) ([0-9a-f]+) +(\d+|-)\t([\s\S]+)$/.exec(line);
		const [, mode = '', id = '', size = '', path = ''] = match ?? [];
		return match ? [{ mode, id, size: Number(size) || 0, path }] : [];
	});
}

/** The bytes of every blob, in order, from one process. */
async function readBlobs(root: string, blobs: readonly Blob[]): Promise<Buffer[]> {
	if (blobs.length === 0) return [];
	const output = await git(
		root,
		['cat-file', '--batch'],
		blobs.map(({ id }) => `${id}\n`).join(''),
	);
	let at = 0;
	return blobs.map(({ path }) => {
		const end = output.indexOf('\n', at);
		const size = Number(/ blob (\d+)$/.exec(output.toString('utf8', at, end))?.[1] ?? Number.NaN);
		if (Number.isNaN(size)) {
			throw new UsageError(
				`git has no content for ${path}.`,
				'The clone contains only part of the repository. Run git fetch --refetch, or clone all of it.',
			);
		}
		at = end + 1 + size + 1;
		return output.subarray(end + 1, end + 1 + size);
	});
}

function git(root: string, args: readonly string[], input = ''): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
		const child = spawn('git', [...args], { cwd: root, env, stdio: ['pipe', 'pipe', 'pipe'] });
		const parts: Buffer[] = [];
		const errors: Buffer[] = [];
		child.stdout.on('data', (part: Buffer) => parts.push(part));
		child.stderr.on('data', (part: Buffer) => errors.push(part));
		const fail = (reason: string) =>
			reject(new UsageError(`git ${args[0]} failed: ${reason}.`, 'Run git fsck to see why.'));
		child.on('error', ({ message }) => fail(message));
		child.on('close', (code) => {
			if (code === 0) resolve(Buffer.concat(parts));
			else fail(Buffer.concat(errors).toString().trim().split('\n')[0] ?? `exit code ${code}`);
		});
		// Git may end before it has read all; its exit code then says why.
		child.stdin.on('error', () => {});
		child.stdin.end(input);
	});
}
