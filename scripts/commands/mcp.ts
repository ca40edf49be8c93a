/** Serves the catalogue to coding agents over the Model Context Protocol, on stdin and stdout. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readerOf } from '#catalogue/mcp/reader.ts';
import { type CatalogueSource, SourceError } from '#catalogue/mcp/source.ts';
import { formatFinding } from '#catalogue/model/finding.ts';
import { collections } from '#schemas/index.ts';
import { openFolder } from '../mcp/folder.ts';
import { openSite } from '../mcp/site.ts';
import { defineCommand, type Io, UsageError } from '../run.ts';

export const mcp = defineCommand({
	name: 'mcp',
	summary: 'Serve the catalogue to coding agents (MCP over stdin and stdout), read-only.',
	usage: [
		'npm run --silent mcp -- [--root DIR | --site URL]',
		'  --root DIR   folder of the catalogue, this one by default; read once, at the start',
		'  --site URL   address of a built catalogue, such as https://host.example/ai/',
		'Only the protocol goes to stdout. An agent starts it; it ends when its input ends.',
		'Exit codes: 0 ended, 1 the catalogue has errors or cannot be read, 2 wrong use.',
	],
	async run(args, io) {
		const { values } = parseArgs({
			args: [...args],
			options: { root: { type: 'string' }, site: { type: 'string' } },
		});
		if (values.root !== undefined && values.site !== undefined) {
			throw new UsageError('--root and --site are both given.', 'Give one of them.');
		}
		try {
			const source =
				values.site === undefined
					? await folderSource(resolve(io.cwd, values.root ?? '.'), io)
					: openSite(values.site);
			return source ? await serve(source, io) : 1;
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			io.error(error.message);
			return 1;
		}
	},
});

async function folderSource(root: string, { error }: Io): Promise<CatalogueSource | undefined> {
	if (!existsSync(join(root, collections.organisation.file))) {
		throw new UsageError(
			`There is no catalogue in ${root}.`,
			'Give its folder with --root DIR, or the address of its site with --site URL.',
		);
	}
	const { source, errors } = await openFolder(root);
	for (const finding of errors) error(formatFinding(finding));
	if (!source) error(`Not started: ${errors.length} to fix. \`npm run validate\` shows them.`);
	return source;
}

/** Answers until the agent closes the input, or the process is told to stop. */
async function serve(source: CatalogueSource, { error }: Io): Promise<number> {
	const reader = readerOf(source);
	const index = await reader.index();
	// Loaded here, so that no other command waits for it.
	const [{ serveStdio, StdioServerTransport }, { createServer }, { messagesOnly, MOST_BYTES }] =
		await Promise.all([
			import('@modelcontextprotocol/server/stdio'),
			import('../mcp/server.ts'),
			import('../mcp/messages.ts'),
		]);
	const ended = Promise.race(
		[once(process.stdin, 'end'), once(process.stdin, 'close')].concat(
			['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)),
		),
	);
	const messages = process.stdin.pipe(
		messagesOnly((answer) => process.stdout.write(`${JSON.stringify(answer)}\n`)),
	);
	const handle = serveStdio(() => createServer(reader, index), {
		transport: new StdioServerTransport(messages, process.stdout, {
			// Room for a whole message and for the one that is coming in behind it.
			maxBufferSize: 2 * MOST_BYTES,
		}),
		onerror: ({ message }) => error(message),
	});
	error(`${index.catalogue} from ${source.name} is ready.`);
	await ended;
	await handle.close();
	return 0;
}
