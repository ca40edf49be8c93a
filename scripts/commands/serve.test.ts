import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serve } from '#scripts/commands/serve.ts';
import { run } from '#scripts/run.ts';

const project = resolve(import.meta.dirname, '../..');
let dist: string;

beforeEach(async () => {
	dist = await mkdtemp(join(tmpdir(), 'serve-'));
});
afterEach(() => rm(dist, { recursive: true }));

async function called(...args: string[]) {
	const errors: string[] = [];
	const io = { cwd: project, out: () => {}, error: (line: string) => errors.push(line) };
	return { code: await run([serve], ['serve', ...args], io), errors };
}

describe('a wrong call is refused before anything is built', () => {
	test.each(['none', '-1', '65536', '80.5', ''])('port %j', async (port) =>
		expect(await called(`--port=${port}`)).toEqual({
			code: 2,
			errors: [`--port is "${port}".`, '    Enter a whole number from 0 to 65535.'],
		}),
	);

	test('a folder without a built site', async () =>
		expect(await called('--no-build', '--dist', dist)).toEqual({
			code: 2,
			errors: [`There is no built site in ${dist}.`, '    Leave out --no-build.'],
		}));
});

test('it prints the address with the base path, answers there, and stops well on Ctrl-C', async () => {
	const home = '<link rel="canonical" href="https://host.example/ai/"><h1>Home</h1>';
	await writeFile(join(dist, 'index.html'), home);
	const args = ['scripts/catalogue.ts', 'serve', '--no-build', '--dist', dist, '--port', '0'];
	const child = spawn(process.execPath, args, { cwd: project });
	const ended = once(child, 'exit');
	const address = await printedAddress(child);
	expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/ai\/$/);
	expect(await (await fetch(address)).text()).toBe(home);
	child.kill('SIGINT');
	expect(await ended).toEqual([0, null]);
});

async function printedAddress({ stdout }: ChildProcess): Promise<string> {
	let text = '';
	for await (const part of stdout ?? []) {
		text += String(part);
		const address = /http:\S+\//.exec(text)?.[0];
		if (address && text.includes('Ctrl-C')) return address;
	}
	throw new Error(`The command ended without an address:\n${text}`);
}
