/** One plain GET of a text below the address of the catalogue. It does not say who asks. */
import { SetupError } from '../refusal.ts';

/** The site gave no answer that can be read; `next` says what to do. */
export class NoAnswer extends Error {
	readonly next: string;

	constructor(message: string, next: string) {
		super(message);
		this.next = next;
	}
}

export interface AskOptions {
	/** Seconds to wait. */
	timeoutSeconds: number;
	/** Replaced in tests. */
	fetch?: typeof fetch;
}

/** More than any file of a starter. A longer answer is not read to its end. */
const MOST_BYTES = 5 * 1024 * 1024;
const MOST_REDIRECTS = 3;

/** An address below the site. @throws SetupError if it is outside the site */
export function addressBelow(site: string, path: string): URL {
	const base = URL.parse(site.endsWith('/') ? site : `${site}/`);
	if (!base || !/^https?:$/.test(base.protocol)) {
		throw new SetupError(
			`"${site}" is not a web address.`,
			"Set --site to the catalogue's address.",
		);
	}
	if (base.username || base.password) {
		throw new SetupError(
			`The address of the site on ${base.host} contains a name or a password.`,
			'Leave them out. Everyone can read the catalogue.',
		);
	}
	const address = URL.parse(path, base.href);
	if (address?.origin !== base.origin || !address.pathname.startsWith(base.pathname)) {
		throw new SetupError(
			`${JSON.stringify(path)} is not an address below ${base.href}.`,
			'Nothing was fetched.',
		);
	}
	return address;
}

/** The text at an address. @throws NoAnswer when there is none in time; SetupError when it moved */
export async function fetchText(address: URL, options: AskOptions): Promise<string> {
	const signal = AbortSignal.timeout(options.timeoutSeconds * 1000);
	let response: Response | undefined;
	try {
		response = await follow(address, signal, options.fetch ?? fetch);
		const { ok, status } = response;
		if (!ok) throw new NoAnswer(`${address.href} answered ${status}.`, AFTER[status] ?? LATER);
		return await readBody(response, address);
	} catch (error) {
		if (error instanceof NoAnswer || error instanceof SetupError) throw error;
		throw unanswered(error, address, options.timeoutSeconds, response !== undefined);
	}
}

/** Follows a redirect on the same host. Another host does not even learn that we asked. */
async function follow(address: URL, signal: AbortSignal, get: typeof fetch): Promise<Response> {
	let at = address;
	for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
		// No cookies, no referrer, and the same name for every copy.
		const response = await get(at, {
			signal,
			headers: { 'user-agent': 'catalogue-check' },
			referrerPolicy: 'no-referrer',
			redirect: 'manual',
		});
		const location = response.status >= 300 && response.headers.get('location');
		if (!location) return response;
		const next = URL.parse(location, at.href);
		if (next?.hostname !== at.hostname || !(isSecure(next) || next.origin === at.origin)) {
			throw new SetupError(
				`${address.href} redirects to ${next?.origin ?? 'no address'}, which was not called.`,
				`It may need a sign-in first. ${MOVED}`,
			);
		}
		await response.body?.cancel();
		at = next;
	}
	throw new NoAnswer(`${address.href} keeps redirecting.`, LATER);
}

const isSecure = ({ protocol }: URL) => protocol === 'https:';

async function readBody(response: Response, { href }: URL): Promise<string> {
	// A byte order mark is part of the file, and of its digest.
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	let body = '';
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.length;
		if (size > MOST_BYTES) throw new NoAnswer(`${href} is longer than 5 MB.`, LATER);
		body += decoder.decode(chunk, { stream: true });
	}
	return body + decoder.decode();
}

const LATER = 'Try again later, or give a mirror with --site.';
const SIGN_IN = 'It needs a sign-in first. With --site, give an address that pipelines can read.';
const MOVED = 'If the catalogue has moved, enter its new address as "site" in catalogue.json.';
/** What to do after an answer with this status. */
const AFTER: Readonly<Record<number, string>> = { 401: SIGN_IN, 403: SIGN_IN, 404: MOVED };
const PROXY =
	'Check the address and the network. Behind a proxy, set NODE_USE_ENV_PROXY=1 (Node 22.21 or later).';
const CERTIFICATE = "Set NODE_EXTRA_CA_CERTS to the file with your network's certificate.";

function unanswered(error: unknown, { host }: URL, seconds: number, begun: boolean): NoAnswer {
	if (error instanceof Error && error.name === 'TimeoutError') {
		const wait = `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
		return new NoAnswer(
			`${host} did not give a complete answer within ${wait}.`,
			'Try again later, or wait longer with --timeout.',
		);
	}
	if (begun) return new NoAnswer(`${host} stopped in the middle of its answer.`, LATER);
	const cause = error instanceof Error ? error.cause : undefined;
	const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
	return new NoAnswer(
		`${host} cannot be reached${code && ` (${code})`}.`,
		/CERT|SIGNATURE/.test(code) ? CERTIFICATE : PROXY,
	);
}
