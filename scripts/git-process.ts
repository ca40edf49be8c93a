/**
 * Starts git. It is given a list of arguments and never a shell, so no name of a file or branch can
 * be read as a command. Each answer that git cannot give is a `UsageError` with its remedy.
 */
import { spawn } from 'node:child_process';
import { UsageError } from './run.ts';

interface Answer {
	code: number;
	stdout: Buffer;
	stderr: string;
}

/** Runs git in a folder. Only a missing git throws; the caller judges the exit code. */
export function ask(folder: string, args: readonly string[]): Promise<Answer> {
	// Plain words, no question, and no write to the index, whatever the machine is set to.
	const env = { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
	return new Promise((resolve, reject) => {
		const child = spawn('git', [...args], {
			cwd: folder,
			env,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		const stdout: Buffer[] = [];
		const stderr: Buffer[] = [];
		child.stdout.on('data', (part: Buffer) => stdout.push(part));
		child.stderr.on('data', (part: Buffer) => stderr.push(part));
		child.on('error', () =>
			reject(
				new UsageError('git cannot be started.', 'Install git, and check that it is on the PATH.'),
			),
		);
		child.on('close', (code) =>
			resolve({
				code: code ?? 1,
				stdout: Buffer.concat(stdout),
				stderr: Buffer.concat(stderr).toString(),
			}),
		);
	});
}

/** What git prints, or a `UsageError` with the reason that git gives. */
export async function read(folder: string, args: readonly string[]): Promise<string> {
	const { code, stdout, stderr } = await ask(folder, args);
	if (code === 0) return stdout.toString();
	const reason =
		stderr
			.trim()
			.split('\n')[0]
			?.replace(/^fatal: /, '') || `exit code ${code}`;
	throw new UsageError(
		`git ${args[0]} failed: ${reason}.`,
		`Run \`git ${args[0]}\` yourself to see why.`,
	);
}

/** Git parts paths by a zero byte, because a path may hold anything else. */
export const pathsIn = (output: string) => output.split('\0').filter((path) => path !== '');

/** Paths from the folder git runs in, as git must take them: as they are written, without patterns. */
export const literally = (paths: readonly string[]) => paths.map((path) => `:(literal)${path}`);
