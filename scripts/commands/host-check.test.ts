import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStaticServer } from '../static-server.ts';
import { hostCheck } from './host-check.ts';

const PAGE = '<!doctype html><link rel="canonical" href="https://host.example/"><title>A</title>';
let root = '';
let servers: Server[] = [];

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'host-'));
	write('dist/index.html', PAGE);
	write('dist/404.html', PAGE);
	write('dist/_astro/a.css', 'a{}');
	write('dist/.well-known/skills/index.json', '{}');
	write('dist/prompts/a.prompt', '---\nmodel: x\n---\n{{a}}\n');
	write('dist/.nojekyll', '');
});
afterEach(() => {
	for (const server of servers) server.close();
	servers = [];
	rmSync(root, { recursive: true, force: true });
});

function write(path: string, text: string): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}

async function listen(server: Server): Promise<string> {
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	// A server that listens on a port has an address of this form.
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function check(...args: string[]): Promise<{ code: number; lines: string[] }> {
	const lines: string[] = [];
	const out = (line: string) => lines.push(line);
	return { code: await hostCheck.run(args, { cwd: root, out, error: out }), lines };
}

test('a plain file server changes nothing', async () => {
	const { code, lines } = await check(await listen(createStaticServer(join(root, 'dist'))));
	expect(lines.join('\n')).toContain('each arrives as it was built');
	expect(code).toBe(0);
});

test('a host that leaves out folders, fills templates and sends no headers is told so', async () => {
	const host = createServer((request, response) => {
		const path = request.url === '/' ? '/index.html' : (request.url ?? '');
		if (/\/[._]/.test(path)) {
			response.statusCode = 404;
			response.end();
			return;
		}
		const text = readFileSync(join(root, 'dist', path), 'utf8');
		response.setHeader('content-type', path.endsWith('.html') ? 'text/html' : 'text/plain');
		response.end(path.endsWith('.prompt') ? text.split('---\n')[2] : text);
	});
	const { code, lines } = await check(await listen(host));
	const text = lines.join('\n');
	expect(text).toContain('/.well-known/skills/index.json answers with status 404.');
	expect(text).toContain('/_astro/a.css answers with status 404.');
	expect(text).toMatch(/\/prompts\/a\.prompt was changed: \d+ bytes, .* arrive as 6 bytes/);
	expect(text).toContain('/index.html arrives without the header content-security-policy.');
	expect(code).toBe(1);
});

describe('a wrong call', () => {
	test('an address that is none', async () => {
		await expect(check('host')).rejects.toThrow('"host" is not the address of a site.');
		await expect(check()).rejects.toThrow('The address is missing.');
	});

	test('no built site', async () => {
		await expect(check('https://host.example/', '--dist', 'none')).rejects.toThrow(
			'There is no built site in none.',
		);
	});

	test('a site built for another path', async () => {
		await expect(check('https://host.example/ai/')).rejects.toThrow(
			'The site in dist was built for the path /, but the address has the path /ai/.',
		);
	});

	test('a host that does not answer', async () => {
		const gone = await listen(createServer());
		for (const server of servers) server.close();
		await expect(check(gone)).rejects.toThrow(/did not answer: ECONNREFUSED/);
	});
});
