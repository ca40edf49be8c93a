/** The command line: one entry, one file per command. `npm run catalogue -- help` lists them. */
import { commandsFor } from './commands/index.ts';
import { run } from './run.ts';
import { startFast } from './start-fast.ts';

// Whoever reads the output may have enough of it, as `head` has; the exit code still tells.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
});

const args = process.argv.slice(2);
startFast(args);
process.exitCode = await run(await commandsFor(args[0]), args, {
	cwd: process.cwd(),
	out: (line) => process.stdout.write(`${line}\n`),
	error: (line) => process.stderr.write(`${line}\n`),
	terminal: process.stdout.isTTY === true,
});
