/** Starts a program of OpenSSH without a shell, and gives what it prints. */
import { spawn } from 'node:child_process';

export interface Ended {
	/** Undefined where the program is not there. */
	code: number | undefined;
	stdout: string;
	stderr: string;
}

/** `talks`: the program may ask for a passphrase or a touch, at the terminal of whoever runs this. */
export function start(
	program: string,
	args: readonly string[],
	cwd: string,
	{ talks = false } = {},
): Promise<Ended> {
	return new Promise((resolve) => {
		const child = spawn(program, [...args], {
			cwd,
			env: { ...process.env, LC_ALL: 'C' },
			stdio: [talks ? 'inherit' : 'ignore', 'pipe', 'pipe'],
		});
		let [stdout, stderr] = ['', ''];
		child.stdout.on('data', (part: Buffer) => {
			stdout += part;
		});
		child.stderr.on('data', (part: Buffer) => {
			stderr += part;
		});
		child.on('error', () => resolve({ code: undefined, stdout, stderr }));
		child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
	});
}
