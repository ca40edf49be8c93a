import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GatewayError } from './gateway.ts';
import { httpGateway } from './http-gateway.ts';

const call = {
	item: 'one',
	prompt: 'ask',
	model: 'general-chat',
	messages: [{ role: 'user', content: 'Hello' }],
	config: { temperature: 0, maxOutputTokens: 9 },
	json: true,
} as const;

const good = {
	id: 'x',
	model: 'general-chat-1',
	choices: [{ index: 0, message: { role: 'assistant', content: '{}' } }],
	usage: { prompt_tokens: 4, completion_tokens: 1, total_tokens: 5 },
};

interface Sent {
	url: string;
	headers: Headers;
	body: string;
}

/** A gateway behind a fetch that gives these answers in turn, and what was sent to it. */
function behind(...answers: readonly [status: number, body: unknown][]) {
	const sent: Sent[] = [];
	const fetched: typeof fetch = async (url, init) => {
		const [status, body] = answers[Math.min(sent.length, answers.length - 1)] ?? [500, ''];
		sent.push({
			url: String(url),
			headers: new Headers(init?.headers),
			body: String(init?.body),
		});
		return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
	};
	const gateway = (token?: string) =>
		httpGateway({ url: 'https://gateway.example/v1/', token, timeoutSeconds: 1, fetch: fetched });
	return { sent, gateway };
}

test('a call is sent in the OpenAI form and its answer read', async () => {
	const { sent, gateway } = behind([200, good]);
	assert.deepEqual(await gateway().ask(call), {
		text: '{}',
		model: 'general-chat-1',
		inputTokens: 4,
		outputTokens: 1,
	});
	const [request] = sent;
	assert.equal(request?.url, 'https://gateway.example/v1/chat/completions');
	assert.equal(request?.headers.get('authorization'), null);
	assert.deepEqual(JSON.parse(request?.body ?? ''), {
		model: 'general-chat',
		messages: [{ role: 'user', content: 'Hello' }],
		temperature: 0,
		max_tokens: 9,
		response_format: { type: 'json_object' },
	});
});

test('a token of the environment is sent as a bearer token', async () => {
	const { sent, gateway } = behind([200, good]);
	await gateway('word').ask(call);
	assert.equal(sent[0]?.headers.get('authorization'), 'Bearer word');
});

test('a temporary failure is tried once more, and only once', async () => {
	const second = behind([503, ''], [200, good]);
	await second.gateway().ask(call);
	const never = behind([503, '']);
	await assert.rejects(never.gateway().ask(call), { message: 'it answered 503.' });
	assert.deepEqual([second.sent.length, never.sent.length], [2, 2]);
});

test('a call the gateway refuses is not repeated', async () => {
	const { sent, gateway } = behind([401, 'no']);
	await assert.rejects(gateway().ask(call), GatewayError);
	assert.equal(sent.length, 1);
});

for (const [what, body] of [
	['a web page', '<html>secret words</html>'],
	['no choices', { ...good, choices: [] }],
	['no model', { ...good, model: undefined }],
	['more than 1 MB', 'secret '.repeat(200_000)],
] as const) {
	test(`an answer with ${what} is an error that repeats nothing of it`, async () => {
		await assert.rejects(
			behind([200, body]).gateway().ask(call),
			(error: Error) => error instanceof GatewayError && !error.message.includes('secret'),
		);
	});
}

test('a gateway that does not answer in time is not waited for a second time', async () => {
	let calls = 0;
	const silent: typeof fetch = (_, init) => {
		calls += 1;
		return new Promise((_, reject) => {
			const { signal } = init ?? {};
			// The signal's own timer does not keep the process alive; this one does.
			const awake = setTimeout(() => {}, 5000);
			signal?.addEventListener('abort', () => {
				clearTimeout(awake);
				reject(signal.reason);
			});
		});
	};
	const url = 'https://gateway.example/v1';
	const gateway = httpGateway({ url, token: undefined, timeoutSeconds: 0.05, fetch: silent });
	await assert.rejects(gateway.ask(call), /no answer in 0.05 seconds/);
	assert.equal(calls, 1);
});

test('an address with a password, or that is not an address, is refused without repeating it', () => {
	for (const url of ['http://user:word@gateway.example', 'gateway', 'file:///x']) {
		assert.throws(
			() => httpGateway({ url, token: undefined, timeoutSeconds: 1 }),
			(error: Error) => !error.message.includes('word@'),
		);
	}
});
