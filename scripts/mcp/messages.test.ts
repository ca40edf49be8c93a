import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messagesOnly, type Refusal } from './messages.ts';

const request = (id: number, more: object = {}) =>
	JSON.stringify({ jsonrpc: '2.0', id, method: 'ping', ...more });

/** What passes and what is refused, when the bytes come in pieces of this size. */
async function through(input: string, size = 7, most?: number) {
	const refused: Refusal[] = [];
	const bytes = Buffer.from(input);
	const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
		bytes.subarray(at * size, (at + 1) * size),
	);
	const stream = messagesOnly((answer) => refused.push(answer), most ? { most } : {});
	const passed = await text(Readable.from(chunks).pipe(stream));
	return { passed: passed.split('\n').filter(Boolean), refused };
}

test('messages pass as they are, however they are cut', () =>
	fc.assert(
		fc.asyncProperty(
			fc.array(fc.string({ unit: 'grapheme' })),
			fc.integer({ min: 1, max: 40 }),
			async (texts, size) => {
				const lines = texts.map((name, at) => request(at, { params: { name } }));
				const { passed, refused } = await through(`${lines.join('\n')}\n`, size);
				expect([passed, refused]).toEqual([lines, []]);
			},
		),
		{ numRuns: 50 },
	));

test.each([
	['text', 'not json', -32_700, null],
	['half a message', '{"jsonrpc":"2.0","id":1,', -32_700, null],
	['a list', '[]', -32_600, null],
	['another version', '{"jsonrpc":"1.0","id":4,"method":"x"}', -32_600, 4],
	['no method', '{"jsonrpc":"2.0","id":"a"}', -32_600, 'a'],
	['null', 'null', -32_600, null],
])('%s is answered, and the next message passes', async (_, line, code, id) => {
	const { passed, refused } = await through(`${line}\n${request(1)}\n`);
	expect(refused).toMatchObject([{ jsonrpc: '2.0', id, error: { code } }]);
	expect(passed).toEqual([request(1)]);
});

test('empty lines are nothing', async () =>
	expect(await through(`\n\r\n  \n${request(1)}\n`)).toEqual({
		passed: [request(1)],
		refused: [],
	}));

test('a message that is too long is not kept, is answered, and the next one passes', async () => {
	const long = request(1, { params: { text: 'x'.repeat(500) } });
	const { passed, refused } = await through(`${long}\n${request(2)}\n`, 64, 200);
	expect(refused).toMatchObject([
		{ id: null, error: { code: -32_600, message: 'The message is longer than 200 bytes.' } },
	]);
	expect(passed).toEqual([request(2)]);
});

test('what has no end of line when the input ends is no message', async () =>
	expect(await through(request(1))).toEqual({ passed: [], refused: [] }));
