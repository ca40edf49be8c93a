import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSite } from './site.ts';

let server: Server;
let root: string;
const asked: string[] = [];
const answers: Record<string, (response: ServerResponse) => void> = {
	'/ai/api/v1/index.json': (response) => response.end('{"api":1}'),
	'/ai/api/v1/moved.json': (response) =>
		response.writeHead(302, { location: 'https://other.example/\u0085x' }).end(),
	'/ai/api/v1/broken.json': (response) => response.writeHead(503).end('later'),
	'/ai/api/v1/large.json': (response) => response.end('x'.repeat(5000)),
	// Starts to answer and never ends.
	'/ai/api/v1/slow.json': (response) => response.write('{'),
};

beforeAll(async () => {
	server = createServer(({ url = '' }, response) => {
		asked.push(url);
		const answer = answers[url];
		if (answer) answer(response);
		else response.writeHead(404).end('<h1>Not found</h1>');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	// A server that listens on a port has an address with one.
	root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
	server.close();
	server.closeAllConnections();
});
beforeEach(() => {
	asked.length = 0;
});

const site = (path = '/ai', now = () => 0) =>
	openSite(root + path, { timeout: 300, most: 1000, keep: 1000, now });
const refusal = (path: string) =>
	site()
		.read(path)
		.then(
			() => 'read',
			(error: Error) => error.message.replaceAll(root, 'http://site'),
		);

test('a file is read below the base path, with or without a slash at its end', async () => {
	expect(await site('/ai').read('api/v1/index.json')).toBe('{"api":1}');
	expect(await site('/ai/').read('api/v1/index.json')).toBe('{"api":1}');
});

test('a file is kept for a while, then asked for again', async () => {
	let time = 0;
	const kept = site('/ai', () => time);
	for (time of [0, 900, 1100]) await kept.read('api/v1/index.json');
	expect(asked).toHaveLength(2);
});

describe('one line says why there is no answer', () => {
	test('a wrong path', async () =>
		expect(await refusal('api/v1/none.json')).toBe(
			'There is no http://site/ai/api/v1/none.json (404). Enter the address of the first page of the catalogue, with its base path; a site of an older version must be built again.',
		));

	test('a redirect, which is not followed', async () => {
		const message = await refusal('api/v1/moved.json');
		expect(message).toContain('redirects to https://other.example/');
		expect(message).not.toContain('\u0085');
		expect(asked).toHaveLength(1);
	});

	test('a failure of the host', async () =>
		expect(await refusal('api/v1/broken.json')).toContain('answered with status 503.'));

	test('a host that starts and does not end', async () =>
		expect(await refusal('api/v1/slow.json')).toBe(
			'http://site/ai/api/v1/slow.json did not answer within 0.3 seconds. Try again, or ask who runs the site.',
		));

	test('a file without end', async () =>
		expect(await refusal('api/v1/large.json')).toContain('is larger than 1000 bytes.'));

	test('a host that is down', async () => {
		const down = openSite('http://127.0.0.1:1/', { timeout: 2000 });
		await expect(down.read('api/v1/index.json')).rejects.toThrow(
			/^http:\/\/127\.0\.0\.1:1\/api\/v1\/index\.json cannot be reached: .+\. Check the address/,
		);
	});
});

test.each(['../secret.json', 'https://other.example/x', '//other.example/x', '/api/v1/index.json'])(
	'%s leads out of the site and is not asked for',
	async (path) => {
		expect(await refusal(path)).toContain('is not part of the catalogue');
		expect(asked).toEqual([]);
	},
);

test.each(['host.example', 'ftp://host.example/', 'https://user:key@host.example/', 'file:///etc'])(
	'%s is no address of a site',
	(address) => expect(() => openSite(address)).toThrow(`--site is "${address}".`),
);
