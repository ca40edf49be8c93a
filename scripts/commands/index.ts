/** The commands. A new one is one file and one line here; only the one that is called is loaded. */
import type { Command } from '../run.ts';

type Load = () => Promise<Command>;

/** Each command by its name. */
const loaders: Readonly<Record<string, Load>> = {
	serve: async () => (await import('./serve.ts')).serve,
	build: async () => (await import('./build.ts')).build,
	validate: async () => (await import('./validate.ts')).validate,
	export: async () => (await import('./export.ts')).exportCommand,
	'host-check': async () => (await import('./host-check.ts')).hostCheck,
	new: async () => (await import('./new.ts')).newEntry,
	starter: async () => (await import('./starter.ts')).starter,
	editor: async () => (await import('./editor.ts')).editor,
	report: async () => (await import('./report.ts')).report,
	judge: async () => (await import('./judge.ts')).judge,
	evidence: async () => (await import('./evidence.ts')).evidence,
	codeowners: async () => (await import('./codeowners.ts')).codeowners,
	mcp: async () => (await import('./mcp.ts')).mcp,
	approve: async () => (await import('./approve.ts')).approve,
	record: async () => (await import('./record.ts')).record,
	register: async () => (await import('./register.ts')).register,
	release: async () => (await import('./release.ts')).release,
	deprecate: async () => (await import('./deprecate.ts')).deprecate,
	rename: async () => (await import('./rename.ts')).rename,
	owner: async () => (await import('./owner.ts')).owner,
	withdraw: async () => (await import('./withdraw.ts')).withdraw,
	migrate: async () => (await import('./migrate.ts')).migrate,
	example: async () => (await import('./example.ts')).example,
	adopt: async () => (await import('./adopt.ts')).adopt,
	bench: async () => (await import('./bench.ts')).bench,
};

/** Every command, in the order of the list that `help` prints. */
export const allCommands = (): Promise<Command[]> =>
	Promise.all(Object.values(loaders).map((load) => load()));

/**
 * The command of this name alone, or all of them if there is none, so that the answer lists them.
 */
export async function commandsFor(name = 'help'): Promise<Command[]> {
	const load = Object.hasOwn(loaders, name) ? loaders[name] : undefined;
	return load ? [await load()] : allCommands();
}
