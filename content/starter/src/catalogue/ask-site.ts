/** Asks the catalogue about the pattern: one plain GET that says nothing about who asks. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupError } from '../refusal.ts';
import { type Answer, readAnswer } from './manifest.ts';

/** The site gave no answer that can be read. */
export class NoAnswer extends Error {}

export interface AskOptions {
	/** Seconds until the wait ends. */
	timeoutSeconds: number;
	/** Replaced in tests. */
	fetch?: typeof fetch;
}

/** More than any file of a starter; a longer answer is cut off the line. */
const MOST_BYTES = 5 * 1024 * 1024;
/** The last answer, kept for days without a network; git does not keep it. */
const CACHE = '.catalogue/answer.json';

/** An address below the site. @throws SetupError for one that climbs out of it */
export function addressBelow(site: string, path: string): URL {
	const base = URL.parse(site.endsWith('/') ? site : `${site}/`);
	if (!base || !/^https?:$/.test(base.protocol)) {
		throw new SetupError(`"${site}" is no web address.`, 'Set --site to that of the catalogue.');
	}
	const address = URL.parse(path, base.href);
	if (address?.origin !== base.origin || !address.pathname.startsWith(base.pathname)) {
		throw new SetupError(`"${path}" is no address below ${base.href}.`, 'Nothing was fetched.');
	}
	return address;
}

/** The text at an address. @throws NoAnswer when there is none in time */
export async function fetchText(address: URL, options: AskOptions): Promise<string> {
	const { timeoutSeconds, fetch: fetched = fetch } = options;
	try {
		// No cookie, no referrer, and a name every copy shares.
		const response = await fetched(address, {
			signal: AbortSignal.timeout(timeoutSeconds * 1000),
			headers: { 'user-agent': 'catalogue-check' },
			referrerPolicy: 'no-referrer',
		});
		if (!response.ok) throw new NoAnswer(`${address.href} answered ${response.status}.`);
		return await readBody(response, address);
	} catch (error) {
		if (error instanceof NoAnswer) throw error;
		const late = error instanceof Error && error.name === 'TimeoutError';
		const said = late ? `gave no answer in ${timeoutSeconds} seconds` : 'cannot be reached';
		throw new NoAnswer(`${address.host} ${said}.`);
	}
}

async function readBody(response: Response, { href }: URL): Promise<string> {
	const decoder = new TextDecoder();
	let body = '';
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.length;
		if (size > MOST_BYTES) throw new NoAnswer(`${href} is longer than 5 MB.`);
		body += decoder.decode(chunk, { stream: true });
	}
	return body + decoder.decode();
}

export interface Asked {
	answer: Answer;
	/** Why the answer is a kept one, and its day; undefined for a fresh one. */
	kept: string | undefined;
}

/**
 * The answer of the site, or the last one that was kept, with the reason.
 *
 * @throws NoAnswer when neither is there; SetupError when the site answers something else
 */
export async function askSite(
	root: string,
	address: URL,
	today: string,
	options: AskOptions,
): Promise<Asked> {
	const file = join(root, CACHE);
	try {
		const source = await fetchText(address, options);
		const answer = readAnswer(source);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, JSON.stringify({ address: address.href, day: today, source }));
		return { answer, kept: undefined };
	} catch (error) {
		if (!(error instanceof NoAnswer)) throw error;
		const found = readKept(file, address);
		if (!found) throw error;
		return { answer: found.answer, kept: `${error.message} Judged by the answer of ${found.day}.` };
	}
}

/** A kept answer of the same address; anything odd in the file counts as none. */
function readKept(file: string, { href }: URL): { answer: Answer; day: string } | undefined {
	try {
		const { address, day, source } = JSON.parse(readFileSync(file, 'utf8'));
		if (address !== href) return undefined;
		return { answer: readAnswer(String(source)), day: String(day) };
	} catch {
		return undefined;
	}
}
