/** Asks a host for a file, once, without following it elsewhere. */
import type { Answered } from './compare.ts';

/** Seconds for one file. */
const SECONDS = 20;

/** What the host answers at an address. Throws with one line where it does not answer. */
export async function askHost(address: URL): Promise<Answered> {
	try {
		const response = await fetch(address, {
			redirect: 'manual',
			signal: AbortSignal.timeout(SECONDS * 1000),
			headers: { 'user-agent': 'catalogue-host-check' },
		});
		const location = response.headers.get('location');
		return {
			status: response.status,
			...(location ? { location } : {}),
			type: response.headers.get('content-type') ?? '',
			headers: new Map(response.headers),
			bytes: new Uint8Array(await response.arrayBuffer()),
		};
	} catch (error) {
		throw new Error(`${address.href} did not answer: ${reasonOf(error)}.`);
	}
}

function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if (error.name === 'TimeoutError') return `it took more than ${SECONDS} seconds`;
	const { cause } = error;
	return cause instanceof Error && 'code' in cause ? String(cause.code) : error.message;
}
