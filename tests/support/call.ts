/** Calls a command as the command line does, without a process of its own. */
import { type Command, run } from '#scripts/run.ts';

export interface Called {
	code: number;
	/** Lines for the reader. */
	out: string[];
	/** Lines about what went wrong. */
	error: string[];
}

/**
 * Runs one command in a folder, or one of several: the first argument then names it.
 *
 * @example
 * await call(root, validate, '--strict') // => { code: 0, out: ['…, all sound.'], error: [] }
 */
export async function call(
	cwd: string,
	command: Command | readonly Command[],
	...args: readonly string[]
): Promise<Called> {
	const [out, error]: [string[], string[]] = [[], []];
	const io = {
		cwd,
		out: (line: string) => out.push(line),
		error: (line: string) => error.push(line),
	};
	const code =
		'run' in command
			? await run([command], [command.name, ...args], io)
			: await run(command, args, io);
	return { code, out, error };
}

/** The same with each kind of line as one text. */
export async function callForText(...what: Parameters<typeof call>) {
	const { code, out, error } = await call(...what);
	return { code, out: out.join('\n'), error: error.join('\n') };
}
