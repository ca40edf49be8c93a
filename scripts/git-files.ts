/** The catalogue as it was in a commit, read from git without touching the working tree. */
import { spawn } from 'node:child_process';
import { compare } from '#catalogue/model/finding.ts';
import { type SourceFile, sourceOf } from '#catalogue/read/files.ts';
import { UsageError } from './run.ts';

interface Blob {
	id: string;
	path: string;
	link: boolean;
}

/** Every file of the content roots at a commit, the same as `readFiles` gives for a folder. */
export async function readFilesAt(root: string, commit: string): Promise<SourceFile[]> {
	const blobs = await listBlobs(root, commit);
	const contents = await readBlobs(root, blobs);
	const files = blobs.map(({ path, link }, index): SourceFile | undefined => {
		const bytes = contents[index];
		if (bytes && !link) return sourceOf(path, bytes);
		const message = 'is a link to another place, which is not followed.';
		return { path, text: undefined, problem: { message, fix: 'Put the file itself here.' } };
	});
	return files.filter((file) => file !== undefined).sort((a, b) => compare(a.path, b.path));
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
	const diff = ['diff', '--name-only', '-z', '--no-renames', base, ...(head ? [head] : []), '--'];
	const asked = [diff, ...(head ? [] : [['ls-files', '-z', '--others', '--exclude-standard']])];
	const listed = await Promise.all(asked.map((args) => git(root, args)));
	const paths = listed.flatMap((output) => output.toString().split('\0'));
	return [...new Set(paths)].filter((path) => path && !/^(?:content|patterns)\//.test(path)).sort();
}

/** Whether the clone leaves out older commits. */
export async function isShallow(root: string): Promise<boolean> {
	const answer = await git(root, ['rev-parse', '--is-shallow-repository']);
	return answer.toString().trim() === 'true';
}

/** Files and links under the content roots, in order of path; submodules hold no entries. */
async function listBlobs(root: string, commit: string): Promise<Blob[]> {
	const args = ['ls-tree', '-r', '-z', '--full-tree', commit, '--', 'patterns', 'content'];
	const listed = (await git(root, args)).toString().split('\0');
	return listed.flatMap((line) => {
		const match = /^(\d+) blob ([0-9a-f]+)\t([\s\S]+)$/.exec(line);
		const [, mode = '', id = '', path = ''] = match ?? [];
		return match ? [{ id, path, link: mode === '120000' }] : [];
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
				'The clone holds only part of the repository; run git fetch --refetch, or clone it whole.',
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
