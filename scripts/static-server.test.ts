import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
	builtBase,
	createStaticServer,
	listen,
	securityHeaders,
	sitePath,
} from '#scripts/static-server.ts';

let parent: string;
let root: string;
const servers: Server[] = [];

beforeEach(async () => {
	parent = await mkdtemp(join(tmpdir(), 'static-server-'));
	root = join(parent, 'dist');
	await mkdir(join(root, 'patterns'), { recursive: true });
	await mkdir(join(root, '_astro'));
	await mkdir(join(root, 'empty'));
	await writeFile(join(parent, 'secret.txt'), 'secret');
	await writeFile(join(root, 'index.html'), '<h1>Home</h1>');
	await writeFile(join(root, '404.html'), '<h1>Not here</h1>');
	await writeFile(join(root, 'patterns/index.html'), '<h1>Patterns</h1>');
	await writeFile(join(root, 'patterns/a.prompt'), 'Summarise {{text}}');
	await writeFile(join(root, '_astro/site.B1gD.css'), 'a{}');
});
afterEach(async () => {
	for (const server of servers.splice(0)) server.close();
	await rm(parent, { recursive: true });
});

async function serving(base?: string): Promise<number> {
	const server = createStaticServer(root, base);
	servers.push(server);
	return listen(server, '127.0.0.1', 0);
}

/** Sends the path as it is written; `fetch` would tidy "..", "//" and a broken "%" away first. */
function ask(port: number, path: string, method = 'GET') {
	return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
		(resolve, reject) => {
			request({ host: '127.0.0.1', port, path, method, agent: false }, (response) => {
				let body = '';
				response.setEncoding('utf8');
				response.on('data', (part: string) => {
					body += part;
				});
				response.on('end', () =>
					resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
				);
			})
				.on('error', reject)
				.end();
		},
	);
}

describe('at the root of a host', () => {
	test.each([
		['/', 200, '<h1>Home</h1>'],
		['/?from=mail', 200, '<h1>Home</h1>'],
		['/patterns/', 200, '<h1>Patterns</h1>'],
		['/patterns/a.prompt', 200, 'Summarise {{text}}'],
		['/patterns/%61.prompt', 200, 'Summarise {{text}}'],
		['/missing/', 404, '<h1>Not here</h1>'],
		['/empty/', 404, '<h1>Not here</h1>'],
		['/empty', 404, '<h1>Not here</h1>'],
		['/index.html/', 404, '<h1>Not here</h1>'],
	])('%s answers %i with its file', async (path, status, body) =>
		expect(await ask(await serving(), path)).toMatchObject({ status, body }),
	);

	test('a folder without its last slash is sent on, with its query', async () => {
		const { status, headers } = await ask(await serving(), '/patterns?tier=high');
		expect([status, headers.location]).toEqual([301, '/patterns/?tier=high']);
	});

	test.each([
		'/../secret.txt',
		'/%2e%2e/secret.txt',
		'/patterns/..%2f..%2fsecret.txt',
		'/..\\secret.txt',
		'/%',
		'/index.html%00',
		'//secret.txt',
		'//patterns',
	])('%s gives nothing outside the site', async (path) => {
		const { status, body } = await ask(await serving(), path);
		expect([status, body]).toEqual([404, '<h1>Not here</h1>']);
	});

	test('every answer carries the security headers', async () => {
		const port = await serving();
		const names = Object.entries(securityHeaders).map(([name, text]) => [name.toLowerCase(), text]);
		for (const path of ['/', '/missing', '/patterns']) {
			expect((await ask(port, path)).headers).toMatchObject(Object.fromEntries(names));
		}
	});

	test('HEAD gives the headers of GET and no body', async () => {
		const { status, headers, body } = await ask(await serving(), '/', 'HEAD');
		expect([status, headers['content-length'], body]).toEqual([200, '13', '']);
	});

	test('any other method is refused', async () => {
		const { status, headers } = await ask(await serving(), '/', 'POST');
		expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
	});

	test('only a file with a digest in its name may be kept for long', async () => {
		const port = await serving();
		const kept = async (path: string) => (await ask(port, path)).headers['cache-control'];
		expect(await kept('/_astro/site.B1gD.css')).toContain('immutable');
		expect(await kept('/')).toBe('no-cache');
	});
});

describe('under a base path', () => {
	test.each([
		['/ai/', 200, '<h1>Home</h1>'],
		['/ai/patterns/', 200, '<h1>Patterns</h1>'],
		['/ai/missing', 404, '<h1>Not here</h1>'],
		['/', 404, 'The site is at /ai/\n'],
		['/patterns/', 404, 'The site is at /ai/\n'],
		['/aid/', 404, 'The site is at /ai/\n'],
	])('%s answers %i', async (path, status, body) =>
		expect(await ask(await serving('/ai/'), path)).toMatchObject({ status, body }),
	);

	test.each([
		['/ai', '/ai/'],
		['/ai?q=1', '/ai/?q=1'],
		['/ai/patterns', '/ai/patterns/'],
	])('%s is sent on to %s', async (path, location) =>
		expect((await ask(await serving('/ai/'), path)).headers.location).toBe(location),
	);
});

test('a port that is taken gives the next free one', async () => {
	const first = await serving();
	const second = createStaticServer(root);
	servers.push(second);
	expect(await listen(second, '127.0.0.1', first)).toBeGreaterThan(first);
});

test('a path is read below the base only', () => {
	expect(sitePath('/ai/patterns/?tier=high', '/ai/')).toBe('patterns/');
	expect(sitePath('/patterns/', '/ai/')).toBeUndefined();
});

describe('the base path of a built site', () => {
	const canonical = (url: string) => `<link rel="canonical" href="${url}">`;

	test('is the path of the address on its home page', async () => {
		await writeFile(join(root, 'index.html'), canonical('https://host.example/ai/'));
		expect(await builtBase(root)).toBe('/ai/');
	});

	test('is unknown where nothing is built', async () =>
		expect(await builtBase(join(root, 'empty'))).toBeUndefined());

	test('is not guessed when the home page does not say', async () =>
		expect(builtBase(root)).rejects.toThrow('has no canonical address'));
});

describe('a link is not followed', () => {
	test.each([
		['a file', 'linked.txt', '../secret.txt', '/linked.txt'],
		['a folder', 'linked', '..', '/linked/secret.txt'],
		['a folder with a page', 'pages', 'patterns', '/pages/'],
		['a folder without its last slash', 'pages', 'patterns', '/pages'],
		['a page of a folder', 'empty/index.html', '../index.html', '/empty/'],
		['a file inside the site', 'copy.html', 'index.html', '/copy.html'],
	])('for %s', async (_, name, target, path) => {
		await symlink(target, join(root, name));
		const { status, body } = await ask(await serving(), path);
		expect([status, body]).toEqual([404, '<h1>Not here</h1>']);
	});

	test('but the site itself may be behind one', async () => {
		const link = join(parent, 'site');
		await symlink(root, link);
		const server = createStaticServer(link);
		servers.push(server);
		const port = await listen(server, '127.0.0.1', 0);
		expect(await ask(port, '/patterns/')).toMatchObject({ status: 200, body: '<h1>Patterns</h1>' });
	});
});
