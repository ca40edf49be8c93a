/** Who wrote what, as the history of git has it. A clone that holds only part of it is refused. */
import { findRef, resolveRef } from './git.ts';
import { literally, read } from './git-process.ts';
import { UsageError } from './run.ts';

/** Commits that changed the path, newest first. Refuses a clone that holds only some of them. */
export async function commitsOf(root: string, path: string, head = 'HEAD'): Promise<string[]> {
	await requireHistory(root, head);
	const log = await read(root, ['log', '--format=%H', head, '--', ...literally([path])]);
	return log.split('\n').filter((line) => line !== '');
}

async function requireHistory(root: string, head: string): Promise<void> {
	if (head === 'HEAD') await resolveHead(root);
	const shallow = await read(root, ['rev-parse', '--is-shallow-repository']);
	if (shallow.trim() !== 'true') return;
	throw new UsageError(
		'this clone is shallow, so git does not know every author.',
		'Fetch the rest first: git fetch --unshallow',
	);
}

async function resolveHead(root: string): Promise<void> {
	if (await findRef(root, 'HEAD')) return;
	throw new UsageError('the repository has no commit yet.', 'Commit the catalogue first.');
}

export interface Author {
	name: string;
	email: string;
}

/** Whoever git on this machine says is working, under the name of .mailmap; undefined if unset. */
export async function identityOf(root: string): Promise<string | undefined> {
	const value = (key: string) => read(root, ['config', '--default', '', '--get', key]);
	const [name, email] = [(await value('user.name')).trim(), (await value('user.email')).trim()];
	if (name === '' && email === '') return undefined;
	const [author] = await mapped(root, [`${name || email} <${email}>`]);
	return author && `${author.name} <${author.email}>`;
}

/** Which commits count for the authors of a path. */
export interface Span {
	/** Only commits after this one. */
	since?: string | undefined;
	/** The newest commit that counts; the one that is checked out, unless told. */
	head?: string;
	/** Files below the path whose authors do not count. */
	except?: readonly string[];
}

/**
 * Everyone who wrote in the commits that made a path what it is: authors and those named as
 * `Co-authored-by`, under the names of .mailmap, each once.
 */
export async function authorsOf(
	root: string,
	paths: string | readonly string[],
	{ since, except = [], head = 'HEAD' }: Span = {},
): Promise<Author[]> {
	await requireHistory(root, head);
	const coAuthors = '%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x00)';
	const range = since ? `${await resolveRef(root, since)}..${head}` : head;
	const where = [
		...literally([paths].flat()),
		...except.map((file) => `:(exclude,literal)${file}`),
	];
	// As git has it, and as .mailmap has it: a mailmap in the proposal must hide nobody.
	const format = `--format=%x00%aN <%aE>%x00%an <%ae>%x00${coAuthors}`;
	const log = await read(root, ['log', format, range, '--', ...where]);
	const contacts = log.split(/[\0\n]/).map((part) => part.trim());
	const found = await mapped(
		root,
		[...new Set(contacts)].filter((contact) => /<.*>$/.test(contact)),
	);
	const authors = new Map(found.map((author) => [`${author.name}\0${author.email}`, author]));
	return [...authors.values()];
}

/** Trailers hold names as they were typed; .mailmap may know better ones. */
async function mapped(root: string, contacts: readonly string[]): Promise<Author[]> {
	if (contacts.length === 0) return [];
	const lines = (await read(root, ['check-mailmap', '--', ...contacts])).split('\n');
	return lines.flatMap((line) => {
		const match = /^(.*?)\s*<(.*)>$/.exec(line);
		return match ? { name: match[1] || (match[2] ?? ''), email: match[2] ?? '' } : [];
	});
}
