/** Builds the site and shows it on this machine. */
import { once } from 'node:events';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatFinding } from '#catalogue/model/finding.ts';
import { buildSite } from '../build-site.ts';
import { recover } from '../publish.ts';
import { defineCommand, UsageError } from '../run.ts';
import { builtBase, createStaticServer, listen, notBuilt } from '../static-server.ts';
import { trackedFindings } from '../validate/tracked.ts';

export const serve = defineCommand({
	name: 'serve',
	summary: 'Build what has changed of the site and serve it on this machine until Ctrl-C.',
	usage: [
		'npm start [-- --port N] [--host NAME] [--dist DIR] [--no-build]',
		'  --port N     first port to try, 4321 by default; 0 takes any free port',
		'  --host NAME  address to listen on, 127.0.0.1 by default; 0.0.0.0 shows it to the network',
		'  --dist DIR   folder of the built site, dist by default',
		'  --no-build   serve what is already in the folder',
		'Exit codes: 0 stopped, 1 the build failed, 2 wrong use.',
	],
	async run(args, { cwd, out, error }) {
		const { values } = parseArgs({
			args: [...args],
			options: {
				port: { type: 'string', default: '4321' },
				host: { type: 'string', default: '127.0.0.1' },
				dist: { type: 'string', default: 'dist' },
				'no-build': { type: 'boolean', default: false },
			},
		});
		const port = portOf(values.port);
		const dist = resolve(cwd, values.dist);
		if (!values['no-build']) {
			out('Building the site.');
			const refused = await trackedFindings(cwd);
			for (const finding of refused) error(formatFinding(finding));
			if (refused.length > 0) return 1;
			const { ok, output } = await buildSite({ cwd, outDir: dist, fast: true });
			if (!ok) {
				error(output.trimEnd());
				return 1;
			}
		} else recover(dist);
		const base = await builtBase(dist);
		if (!base) throw notBuilt(dist, 'Leave out --no-build.');

		const server = createStaticServer(dist, base);
		const bound = await listen(server, values.host, port);
		out(`The catalogue is at http://${inAddress(values.host)}:${bound}${base}`);
		out('Press Ctrl-C to stop it.');
		await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
		server.close();
		server.closeAllConnections();
		return 0;
	},
});

function portOf(text: string): number {
	const port = Number(text);
	if (/^\d+$/.test(text) && port < 65_536) return port;
	throw new UsageError(`--port is "${text}".`, 'Enter a whole number from 0 to 65535.');
}

/** A host as it stands in an address: "every interface" is reached by the name of this machine. */
function inAddress(host: string): string {
	if (host === '0.0.0.0' || host === '::') return 'localhost';
	return host.includes(':') ? `[${host}]` : host;
}
