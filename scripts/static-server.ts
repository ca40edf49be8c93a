/** A plain file server for the built site: what any static host does, and nothing more. */
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import {
	createServer,
	type IncomingMessage,
	type OutgoingHttpHeaders,
	type Server,
	type ServerResponse,
} from 'node:http';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { contentSecurityPolicy } from '#catalogue/words/csp.ts';
import { contentType } from './content-type.ts';
import { UsageError } from './usage-error.ts';

/** Sent with every answer. */
export const securityHeaders = {
	// A meta element cannot carry frame-ancestors; the rest is what the pages carry as well.
	'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
	'Referrer-Policy': 'same-origin',
	'X-Content-Type-Options': 'nosniff',
};

/**
 * The path inside the site that a request asks for, or undefined when it asks for something else:
 * another base, a parent folder, or text that is no path.
 *
 * @example
 * sitePath('/ai/patterns/?tier=high', '/ai/') // => 'patterns/'
 */
export function sitePath(url: string, base: string): string | undefined {
	const [path = ''] = url.split(/[?#]/, 1);
	if (!path.startsWith(base)) return undefined;
	const decoded = decodePath(path.slice(base.length));
	if (decoded === undefined || /[\0\\]/.test(decoded)) return undefined;
	const segments = decoded.split('/');
	// An empty segment in the middle, as in "a//b", names no file of a site either.
	if (segments.slice(0, -1).includes('')) return undefined;
	return segments.some((segment) => segment === '.' || segment === '..') ? undefined : decoded;
}

function decodePath(path: string): string | undefined {
	try {
		return decodeURIComponent(path);
	} catch {
		return undefined;
	}
}

function encodePath(path: string): string {
	return path.split('/').map(encodeURIComponent).join('/');
}

/** A server for the folder `root`, as if it were published under `base` (a slash at both ends). */
export function createStaticServer(root: string, base = '/'): Server {
	return createServer((request, response) => {
		answer(root, base, request, response).catch((error: unknown) => {
			// The reader went away, or the file changed while it was sent: this answer alone is lost.
			response.destroy(error instanceof Error ? error : undefined);
		});
	});
}

async function answer(
	root: string,
	base: string,
	{ method, url = '/' }: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	if (method !== 'GET' && method !== 'HEAD') {
		return sendText(response, 405, 'Only GET and HEAD.\n', { Allow: 'GET, HEAD' });
	}
	const [asked = ''] = url.split(/[?#]/, 1);
	if (`${asked}/` === base) return redirect(response, base + url.slice(asked.length));
	if (!asked.startsWith(base)) return sendText(response, 404, `The site is at ${base}\n`);

	const path = sitePath(url, base);
	const found = path === undefined ? undefined : await find(root, path);
	if (found === 'folder') {
		return redirect(response, `${base}${encodePath(path ?? '')}/${url.slice(asked.length)}`);
	}
	if (found) return sendFile(response, 200, found, method === 'HEAD');
	const page = await find(root, '404.html');
	if (!page || page === 'folder') return sendText(response, 404, 'Not found.\n');
	return sendFile(response, 404, page, method === 'HEAD');
}

interface Found {
	file: string;
	size: number;
}

/** The file for a path, or `folder` when it is the address of a folder without its last slash. */
async function find(root: string, path: string): Promise<Found | 'folder' | undefined> {
	const file = join(root, path === '' || path.endsWith('/') ? `${path}index.html` : path);
	if (!(await isOwn(root, file))) return undefined;
	const info = await stat(file).catch(() => undefined);
	if (info?.isFile()) return { file, size: info.size };
	if (!info?.isDirectory()) return undefined;
	const page = join(file, 'index.html');
	const index = (await isOwn(root, page)) ? await stat(page).catch(() => undefined) : undefined;
	return index?.isFile() ? 'folder' : undefined;
}

/** Whether a file is where its path says: no link on the way leads to another place. */
async function isOwn(root: string, file: string): Promise<boolean> {
	const real = await realpath(file).catch(() => undefined);
	return real === join(await realpath(root), relative(root, file));
}

async function sendFile(
	response: ServerResponse,
	status: number,
	{ file, size }: Found,
	headOnly: boolean,
): Promise<void> {
	// Files below _astro carry a digest in their name; every other file may change with the next build.
	const lasting = status === 200 && /[\\/]_astro[\\/]/.test(file);
	response.writeHead(status, {
		...securityHeaders,
		'Cache-Control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
		'Content-Length': size,
		'Content-Type': contentType(file),
	});
	if (headOnly) return void response.end();
	await pipeline(createReadStream(file), response);
}

function sendText(
	response: ServerResponse,
	status: number,
	text: string,
	extra: OutgoingHttpHeaders = {},
): void {
	response.writeHead(status, {
		...securityHeaders,
		...extra,
		'Content-Type': 'text/plain; charset=utf-8',
	});
	response.end(text);
}

function redirect(response: ServerResponse, to: string): void {
	sendText(response, 301, `${to}\n`, { Location: to });
}

/**
 * Starts to listen and returns the port: the one asked for, or the next free one after it.
 * Port 0 takes any free port.
 */
export async function listen(server: Server, host: string, port: number): Promise<number> {
	for (let candidate = port; candidate < port + 20 && candidate < 65_536; candidate += 1) {
		const bound = await tryPort(server, host, candidate);
		if (bound !== undefined) return bound;
	}
	throw new Error(`Ports ${port} to ${Math.min(port + 19, 65_535)} are all in use.`);
}

function tryPort(server: Server, host: string, port: number): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		const failed = (error: NodeJS.ErrnoException) =>
			error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error);
		server.once('error', failed);
		server.listen(port, host, () => {
			server.off('error', failed);
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : port);
		});
	});
}

/** A folder without a built site; `fix` says what helps with this command. */
export const notBuilt = (folder: string, fix: string): UsageError =>
	new UsageError(`There is no built site in ${folder}.`, fix);

/**
 * The path that a built site is served under: its own home page says so in the canonical address.
 * Undefined if the folder has no home page.
 */
export async function builtBase(root: string): Promise<string | undefined> {
	const home = await readFile(join(root, 'index.html'), 'utf8').catch(() => undefined);
	if (home === undefined) return undefined;
	const canonical = /<link rel="canonical" href="([^"]+)"/.exec(home)?.[1];
	if (!canonical) throw new Error(`${join(root, 'index.html')} has no canonical address.`);
	return new URL(canonical).pathname;
}
