/** Chooses a command and runs it; the only place that turns an exception into an exit code. */
import { existsSync } from 'node:fs';
import { capital } from '#catalogue/words/phrase.ts';
import { didYouMean } from '#catalogue/words/suggest.ts';
import { isGivenUp } from './scaffold/ask.ts';
import { stateFile } from './state-file.ts';
import { UsageError } from './usage-error.ts';

export { UsageError };

export interface Io {
	cwd: string;
	out: (line: string) => void;
	error: (line: string) => void;
	/** Whether `out` goes to a terminal that someone reads. */
	terminal?: boolean;
}

export interface Command {
	name: string;
	/** One sentence for the list of commands. */
	summary: string;
	/** How to call it, and its flags, a line each. */
	usage: readonly string[];
	/** Whether it writes what it has read before, so that no other may write meanwhile. */
	writes?: true;
	/** Does the work. Exit codes: 0 done, 1 the content has errors, 2 the call is wrong. */
	run: (args: readonly string[], io: Io) => Promise<number>;
}

/** Gives a command its types. */
export function defineCommand(command: Command): Command {
	return command;
}

/** Runs the named command and returns the exit code of the process. */
export async function run(
	commands: readonly Command[],
	args: readonly string[],
	io: Io,
): Promise<number> {
	const [name = 'help', ...rest] = args;
	if (['help', '--help', '-h'].includes(name)) return help(commands, io);
	const command = commands.find((candidate) => candidate.name === name);
	if (!command) {
		const names = commands.map((candidate) => candidate.name);
		io.error(`There is no command "${name}".`);
		io.error(`    ${didYouMean(name, names, `Commands: ${names.join(', ')}.`)}`);
		return 2;
	}
	if (rest.includes('--help') || rest.includes('-h')) {
		for (const line of [command.summary, '', ...command.usage]) io.out(line);
		return 0;
	}
	try {
		// What only a command that writes needs is not started for the others.
		if (existsSync(io.cwd) && existsSync(stateFile(io.cwd, 'journal'))) {
			const { cure } = await import('./write-journal.ts');
			const cured = cure(io.cwd);
			if (cured) io.error(cured);
		}
		if (!command.writes) return await command.run(rest, io);
		const { whileAlone } = await import('./write-lock.ts');
		return await whileAlone(io.cwd, () => command.run(rest, io));
	} catch (error) {
		if (error instanceof UsageError) {
			io.error(opened(error.message));
			io.error(`    ${error.fix}`);
			return 2;
		}
		if (isGivenUp(error)) {
			io.error('You stopped it. Nothing was written.');
			return 130;
		}
		if (isArgumentError(error)) {
			io.error(error.message.split(/\.\s/)[0] ?? error.message);
			io.error(`    npm run catalogue -- ${command.name} --help shows its flags.`);
			return 2;
		}
		throw error;
	}
}

/** A message that starts a line starts with a capital, unless an id or a path comes first. */
const opened = (message: string) => message.replace(/^(?:an?|git|it|no|the|there)(?= )/, capital);

/** What `parseArgs` of Node throws for a flag it does not know. */
function isArgumentError(error: unknown): error is Error {
	return (
		error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
	);
}

function help(commands: readonly Command[], { out }: Io): number {
	out('npm run catalogue -- <command> [flags]');
	out('');
	for (const { name, summary } of commands) out(`  ${name.padEnd(10)} ${summary}`);
	return 0;
}
