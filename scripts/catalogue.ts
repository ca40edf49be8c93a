/** The command line: one entry, one file per command. `npm run catalogue -- help` lists them. */
import { commands } from './commands/index.ts';
import { run } from './run.ts';

process.exitCode = await run(commands, process.argv.slice(2), {
	cwd: process.cwd(),
	out: (line) => process.stdout.write(`${line}\n`),
	error: (line) => process.stderr.write(`${line}\n`),
});
