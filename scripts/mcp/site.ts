/** The catalogue of a site, fetched from below its first page and from nowhere else. */

import { type CatalogueSource, SourceError } from '#catalogue/mcp/source.ts';
import { isSiteAddress } from '#catalogue/model/address.ts';
import { legible } from '#catalogue/model/finding.ts';
import { UsageError } from '../run.ts';

export interface SiteOptions {
	/** Milliseconds for one file, its content included. */
	timeout?: number;
	/** Milliseconds for which a file is taken as it was; a site changes when it is built. */
	keep?: number;
	/** Most bytes of one file. */
	most?: number;
	now?: () => number;
}

/** A source over the site at `address`, such as https://host.example/ai/. */
export function openSite(
	address: string,
	{ timeout = 10_000, keep = 60_000, most = 32_000_000, now = Date.now }: SiteOptions = {},
): CatalogueSource {
	if (!isSiteAddress(address)) {
		throw new UsageError(
			`--site is "${address}".`,
			'Enter the address of the first page of the catalogue, such as https://host.example/ai/.',
		);
	}
	const base = new URL(address.replace(/\/*$/, '/'));
	const kept = new Map<string, { content: Uint8Array; until: number }>();
	const bytes = async (path: string): Promise<Uint8Array> => {
		const known = kept.get(path);
		if (known && known.until > now()) return known.content;
		const content = await download(below(base, path), { timeout, most });
		// What was asked for longest ago makes room.
		kept.delete(path);
		if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
		kept.set(path, { content, until: now() + keep });
		return content;
	};
	return {
		name: base.href,
		bytes,
		read: async (path) => new TextDecoder().decode(await bytes(path)),
	};
}

const MOST_KEPT = 200;

/** The address of a path of the site; one that leads out of it is a mistake of ours. */
function below(base: URL, path: string): URL {
	const url = new URL(path, base);
	if (url.href.startsWith(base.href)) return url;
	throw new SourceError(
		`${url.href} is not part of the catalogue at ${base.href}, so it is not fetched.`,
	);
}

type Limits = Required<Pick<SiteOptions, 'timeout' | 'most'>>;

async function download(url: URL, { timeout, most }: Limits): Promise<Uint8Array> {
	try {
		// A redirect could lead to any host, so it is reported instead of followed.
		const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeout) });
		if (!response.ok) {
			await response.body?.cancel();
			throw new SourceError(refusal(url, response));
		}
		return await bodyOf(response, url, most);
	} catch (error) {
		if (error instanceof SourceError) throw error;
		if (error instanceof Error && error.name === 'TimeoutError') {
			throw new SourceError(
				`${url.href} did not answer within ${timeout / 1000} seconds. Try again, or ask who runs the site.`,
			);
		}
		throw new SourceError(
			`${url.href} cannot be reached: ${reasonOf(error)}. Check the address and the network.`,
		);
	}
}

function refusal(url: URL, { status, headers }: Response): string {
	if (status === 404) {
		return `There is no ${url.href} (404). Enter the address of the first page of the catalogue, with its base path; a site of an older version must be built again.`;
	}
	const target = headers.get('location');
	if (status >= 300 && status < 400 && target) {
		return `${url.href} redirects to ${plain(target)}. Enter the new address of the catalogue.`;
	}
	return `${url.href} answered with status ${status}. Ask who runs the site.`;
}

/** The body, given up once it is larger than any file of a catalogue. */
async function bodyOf(response: Response, url: URL, most: number): Promise<Uint8Array> {
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of response.body ?? []) {
		size += part.byteLength;
		if (size > most) throw new SourceError(`${url.href} is larger than ${most} bytes.`);
		parts.push(part);
	}
	return Buffer.concat(parts);
}

/** What `fetch` hides behind "fetch failed": the reason of the network. */
function reasonOf(error: unknown): string {
	const cause = error instanceof Error ? (error.cause ?? error) : error;
	if (cause instanceof Error) {
		return plain('code' in cause ? String(cause.code) : cause.message);
	}
	return plain(String(cause));
}

/** Words of another machine, without what a terminal would act on. */
const plain = (message: string) =>
	legible({ file: '', line: 1, column: 1, severity: 'error', rule: '', message, fix: '' }).message;
