/**
 * A checkout of the base with packages of its own, outside the folder of the proposal.
 *
 * Node looks for packages in the folders above a file. The checkout is therefore in a folder of the
 * user's cache, below packages that were installed from the lock of the base: never below the
 * proposal, which could carry a `node_modules` of its own.
 */
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ask, read } from '../git-process.ts';
import { UsageError } from '../run.ts';

/** Files that say which packages the base runs on. */
const PACKAGE_FILES = ['package.json', 'package-lock.json', '.npmrc'];

/** Settings of npm that pass on: where packages come from. The lock's hashes say what they are. */
const NPM_SETTINGS =
	/^npm_config_(?:registry|cache|userconfig|globalconfig|cafile|proxy|https_proxy|noproxy|offline|prefer_offline)$/i;

/**
 * The environment without what `npm run` and the proposal's `.npmrc` put there: programs of its
 * packages first on the path, options for Node, settings for npm.
 */
export function cleanEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
	const kept = Object.entries(env).filter(
		([name]) =>
			!/^(?:npm_|node_(?:options|path)$|git_|init_cwd$)/i.test(name) || NPM_SETTINGS.test(name),
	);
	const clean: NodeJS.ProcessEnv = Object.fromEntries(kept);
	for (const name of Object.keys(clean)) {
		if (name.toUpperCase() !== 'PATH') continue;
		const folders = (clean[name] ?? '').split(delimiter);
		clean[name] = folders
			.filter((folder) => !/[\\/]node_modules[\\/]|node-gyp-bin/.test(`${folder}/`))
			.join(delimiter);
	}
	return clean;
}

/** Where packages of bases are kept between runs. */
function cacheFolder({ XDG_CACHE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv): string {
	const above = XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache');
	return join(above, 'ai-pattern-catalogue', 'judge');
}

export interface BaseCheckout {
	/** The folder of the catalogue in the checkout. */
	folder: string;
	/** The Node that the base brings, or the one that runs this. */
	node: string;
	env: NodeJS.ProcessEnv;
	remove: () => Promise<void>;
}

/** Makes the checkout; `say` hears when packages must be installed, which takes a while. */
export async function checkOutBase(
	root: string,
	commit: string,
	say: (line: string) => void,
): Promise<BaseCheckout> {
	const env = cleanEnvironment();
	const prefix = (await read(root, ['rev-parse', '--show-prefix'])).replace(/\n$/, '');
	const home = await installed(root, `${commit}:${prefix}`, env, say);
	removeOld(home);
	const tree = join(home, `base-${randomBytes(6).toString('hex')}`);
	// No hook of the clone runs for a checkout that is only read.
	const git = ['-c', 'core.hooksPath=/dev/null'];
	await read(root, ['worktree', 'prune']);
	await read(root, [...git, 'worktree', 'add', '--quiet', '--detach', tree, commit]);
	const own = join(home, 'node_modules', '.bin', 'node');
	return {
		folder: join(tree, prefix),
		node: existsSync(own) ? own : process.execPath,
		env,
		async remove() {
			await ask(root, ['worktree', 'remove', '--force', tree]);
			rmSync(tree, { recursive: true, force: true });
			await ask(root, ['worktree', 'prune']);
		},
	};
}

/** Checkouts that a run which was killed a day ago or more left behind. */
function removeOld(home: string): void {
	for (const name of readdirSync(home)) {
		const path = join(home, name);
		const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
		if (name.startsWith('base-') && age > 86_400_000) {
			rmSync(path, { recursive: true, force: true });
		}
	}
}

/** The folder whose `node_modules` is what the lock of the base says; installs it once. */
async function installed(
	root: string,
	tree: string,
	env: NodeJS.ProcessEnv,
	say: (line: string) => void,
): Promise<string> {
	const texts = new Map<string, Buffer>();
	for (const name of PACKAGE_FILES) {
		const { code, stdout } = await ask(root, ['cat-file', 'blob', `${tree}${name}`]);
		if (code === 0) texts.set(name, stdout);
	}
	const hash = createHash('sha256').update(`${process.platform} ${process.arch}\0`);
	for (const [name, text] of texts) hash.update(`${name} ${text.length}\0`).update(text);
	const home = join(cacheFolder(process.env), hash.digest('hex').slice(0, 32));
	if (existsSync(join(home, 'node_modules'))) return home;
	const fresh = `${home}.${randomBytes(6).toString('hex')}`;
	mkdirSync(fresh, { recursive: true, mode: 0o700 });
	for (const [name, text] of texts) writeFileSync(join(fresh, name), text);
	say('Installing the packages of the base, once for this lock file.');
	const args = ['ci', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'];
	const { code, output } = await runNpm(args, fresh, env);
	if (code !== 0) {
		rmSync(fresh, { recursive: true, force: true });
		throw new UsageError(
			`The packages of the base cannot be installed: ${lastError(output)}`,
			'Check that npm can reach its registry, and run it again.',
		);
	}
	try {
		renameSync(fresh, home);
	} catch (error) {
		// Another run was faster; its packages are the same.
		rmSync(fresh, { recursive: true, force: true });
		if (!existsSync(join(home, 'node_modules'))) throw error;
	}
	return home;
}

function lastError(output: string): string {
	const lines = output.split('\n').filter((line) => /^npm (?:error|ERR!) \S/.test(line));
	return lines[0]?.replace(/^npm \S+ /, '') ?? 'npm did not give a reason.';
}

function runNpm(
	args: readonly string[],
	cwd: string,
	env: NodeJS.ProcessEnv,
): Promise<{ code: number; output: string }> {
	return new Promise((resolve, reject) => {
		// On Windows npm is a script, which only a shell starts; the arguments are all our own.
		const child = spawn('npm', [...args], { cwd, env, shell: process.platform === 'win32' });
		const parts: Buffer[] = [];
		for (const stream of [child.stdout, child.stderr]) {
			stream.on('data', (part: Buffer) => parts.push(part));
		}
		child.on('error', () =>
			reject(new UsageError('npm cannot be started.', 'Check that npm is on the PATH.')),
		);
		child.on('close', (code) =>
			resolve({ code: code ?? 1, output: Buffer.concat(parts).toString() }),
		);
	});
}
