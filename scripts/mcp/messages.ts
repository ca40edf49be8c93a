/**
 * What of an agent's input reaches the server: whole messages of the protocol, one a line. Anything
 * else is answered with the error that the protocol has for it, and the server goes on.
 */
import { Transform } from 'node:stream';
import { parseJSONRPCMessage } from '@modelcontextprotocol/server';

/** Most bytes of one message. The library ends the session at a longer one. */
export const MOST_BYTES = 10 * 1024 * 1024;

/** An answer to what is no message; its id is null where none could be read. */
export interface Refusal {
	jsonrpc: '2.0';
	id: string | number | null;
	error: { code: number; message: string };
}

const PARSE_ERROR = -32_700;
const INVALID_REQUEST = -32_600;

const refusal = (code: number, message: string, id: Refusal['id'] = null): Refusal => ({
	jsonrpc: '2.0',
	id,
	error: { code, message },
});

/** A stream that passes on lines that are messages, and hands `refuse` the answer to every other. */
export function messagesOnly(
	refuse: (answer: Refusal) => void,
	{ most = MOST_BYTES }: { most?: number } = {},
): Transform {
	let parts: Buffer[] = [];
	let length = 0;
	const line = (push: (text: string) => void) => {
		const text = Buffer.concat(parts).toString('utf8').replace(/\r$/, '');
		const tooLong = length > most;
		parts = [];
		length = 0;
		if (tooLong) {
			refuse(refusal(INVALID_REQUEST, `The message is longer than ${most} bytes.`));
			return;
		}
		const answer = text.trim() === '' ? undefined : wrongWith(text);
		if (answer) refuse(answer);
		else if (text.trim() !== '') push(`${text}\n`);
	};
	return new Transform({
		transform(chunk: Buffer, _, done) {
			let rest = chunk;
			for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
				add(rest.subarray(0, end));
				line((text) => this.push(text));
				rest = rest.subarray(end + 1);
			}
			add(rest);
			done();
		},
	});

	function add(part: Buffer): void {
		length += part.length;
		// What is too long is counted and not kept.
		if (length <= most) parts.push(part);
		else parts = [];
	}
}

/** The error for a line, or undefined for a message. */
function wrongWith(text: string): Refusal | undefined {
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch {
		return refusal(PARSE_ERROR, 'Parse error: the line is not JSON.');
	}
	try {
		parseJSONRPCMessage(data);
		return undefined;
	} catch {
		return refusal(INVALID_REQUEST, 'Invalid request: not a message of JSON-RPC 2.0.', idOf(data));
	}
}

function idOf(data: unknown): Refusal['id'] {
	const id: unknown = typeof data === 'object' && data !== null && 'id' in data ? data.id : null;
	return typeof id === 'string' || typeof id === 'number' ? id : null;
}
