import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mcp } from '#scripts/commands/mcp.ts';
import { run } from '#scripts/run.ts';
import { Files } from '#tests/support/house/files.ts';
import { LETTERS } from '#tests/support/house/patterns.ts';

const project = resolve(import.meta.dirname, '../..');
const house = await Files.house();
let folder: string;
/** A folder with a catalogue. */
let sound: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'mcp-'));
	sound = join(folder, 'sound');
	house.write(sound);
});
afterAll(() => rm(folder, { recursive: true }));

async function called(...args: string[]) {
	const lines = { out: [] as string[], errors: [] as string[] };
	const code = await run([mcp], ['mcp', ...args], {
		cwd: folder,
		out: (line) => lines.out.push(line),
		error: (line) => lines.errors.push(line),
	});
	return { code, ...lines };
}

describe('a call that cannot be answered', () => {
	test('both a folder and a site', async () =>
		expect(await called('--root', '.', '--site', 'https://host.example/')).toMatchObject({
			code: 2,
			errors: ['--root and --site are both given.', '    Give one of them.'],
		}));

	test('a folder without a catalogue', async () =>
		expect(await called()).toMatchObject({
			code: 2,
			errors: [expect.stringContaining('There is no catalogue in '), expect.any(String)],
		}));

	test('a site that is down', async () => {
		const { code, out, errors } = await called('--site', 'http://127.0.0.1:1/');
		expect({ code, out }).toEqual({ code: 1, out: [] });
		expect(errors).toEqual([expect.stringContaining('cannot be reached')]);
	});
});

test('content with errors is named on stderr and not served', async () => {
	const broken = join(folder, 'broken');
	house.write(broken);
	await writeFile(join(broken, 'content/risks/broken.mdx'), 'no frontmatter');
	const { code, out, errors } = await called('--root', broken);
	expect({ code, out }).toEqual({ code: 1, out: [] });
	expect(errors[0]).toContain('content/risks/broken.mdx:1:1 error');
	expect(errors.at(-1)).toMatch(/^Not started: \d+ to fix\./);
});

test('started through a link, it answers over stdio and ends with its input', async () => {
	const link = join(folder, 'ai-pattern-catalogue');
	await symlink(join(project, 'scripts/mcp/start.mjs'), link);
	const client = new Client({ name: 'test', version: '1.0.0' });
	const transport = new StdioClientTransport({
		command: link,
		args: ['--root', sound],
		env: { PATH: `${resolve(process.execPath, '..')}:${process.env.PATH}` },
		stderr: 'pipe',
	});
	await client.connect(transport);
	const { structuredContent } = await client.callTool({
		name: 'search',
		arguments: { query: 'letter sorting', limit: 1 },
	});
	expect(structuredContent).toMatchObject({ results: [{ id: LETTERS }] });
	await client.close();
});

test('nothing but the protocol goes to stdout, whatever comes in', async () => {
	const child = spawn(process.execPath, ['scripts/catalogue.ts', 'mcp', '--root', sound], {
		cwd: project,
	});
	const ended = once(child, 'exit');
	const text = outputOf(child);
	child.stdin.write('not json\n{"jsonrpc":"2.0","id":1,"method":"nothing/here"}\n');
	child.stdin.end(
		'{"jsonrpc":"2.0","id":2,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}\n',
	);
	expect(await ended).toEqual([0, null]);
	for (const line of (await text).split('\n').filter(Boolean)) {
		expect(JSON.parse(line)).toHaveProperty('jsonrpc', '2.0');
	}
});

test('a message over 10 MB and broken JSON are answered by the protocol, and the next call works', async () => {
	const child = spawn(process.execPath, ['scripts/catalogue.ts', 'mcp', '--root', sound], {
		cwd: project,
	});
	const ended = once(child, 'exit');
	const text = outputOf(child);
	const message = (id: number, method: string, params: object) =>
		`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`;
	child.stdin.write(message(1, 'tools/call', { name: 'x'.repeat(11 * 1024 * 1024) }));
	child.stdin.write('{"jsonrpc":"2.0",\n');
	child.stdin.write(
		message(2, 'initialize', {
			protocolVersion: '2025-06-18',
			capabilities: {},
			clientInfo: { name: 't', version: '1' },
		}),
	);
	child.stdin.write('{"jsonrpc":"2.0","method":"notifications/initialized"}\n');
	child.stdin.write(message(3, 'tools/list', {}));
	// Requests under way are dropped when the input ends, so it ends after the last answer.
	const answers = new Promise<void>((done) => {
		let seen = '';
		child.stdout.on('data', (part) => {
			seen += String(part);
			if (seen.includes('"id":3')) done();
		});
	});
	await answers;
	child.stdin.end();
	expect(await ended).toEqual([0, null]);
	const lines = (await text)
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line));
	expect(lines).toContainEqual(
		expect.objectContaining({ id: null, error: expect.objectContaining({ code: -32_600 }) }),
	);
	expect(lines).toContainEqual(
		expect.objectContaining({ id: null, error: expect.objectContaining({ code: -32_700 }) }),
	);
	expect(lines.find(({ id }) => id === 3)).toHaveProperty('result.tools');
});

async function outputOf({ stdout }: ChildProcess): Promise<string> {
	let text = '';
	for await (const part of stdout ?? []) text += String(part);
	return text;
}
