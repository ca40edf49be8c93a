/** A gateway that speaks the OpenAI form of chat completions, with fetch. */
import { list, number, optional, type Shape, text } from '../policy/shape.ts';
import { SetupError } from '../refusal.ts';
import { GatewayError, type ModelAnswer, type ModelCall, type ModelGateway } from './gateway.ts';

export interface HttpOptions {
	/** Address up to and without /chat/completions. */
	url: string;
	/** Sent as a bearer token if there is one. It comes from the environment and is never logged. */
	token: string | undefined;
	timeoutSeconds: number;
	/** Replaced in tests, so that they need no network, not even on this machine. */
	fetch?: typeof fetch;
}

/** A longer answer is not read to its end. No prompt here needs a tenth of it. */
const MOST_BYTES = 1024 * 1024;

/** Makes the gateway. A call waits at most `timeoutSeconds` and is made at most twice. */
export function httpGateway(options: HttpOptions): ModelGateway {
	const address = addressOf(options.url);
	return {
		about: `Model gateway at ${address.host}`,
		ask: async (call) => {
			try {
				return await askOnce(address, call, options);
			} catch (error) {
				if (!(error instanceof GatewayError) || !error.again) throw error;
				return askOnce(address, call, options);
			}
		},
	};
}

function addressOf(url: string): URL {
	const fix = 'Set it to an address such as https://gateway.example/v1.';
	const address = URL.parse(`${url.replace(/\/+$/, '')}/chat/completions`);
	if (!address || !/^https?:$/.test(address.protocol)) {
		throw new SetupError('GATEWAY_URL is not a web address.', fix);
	}
	if (address.username || address.password) {
		throw new SetupError('GATEWAY_URL contains a password.', 'Put it in GATEWAY_TOKEN.');
	}
	return address;
}

async function askOnce(address: URL, call: ModelCall, options: HttpOptions): Promise<ModelAnswer> {
	const { status, body } = await send(address, call, options);
	if (status === 429 || status >= 500) throw new GatewayError(`it answered ${status}.`, true);
	if (status !== 200) throw new GatewayError(`it answered ${status}.`);
	try {
		return readAnswer(JSON.parse(body));
	} catch (error) {
		// The parser's message would repeat text of the answer.
		const said = error instanceof SetupError ? error.message : 'it is not JSON.';
		throw new GatewayError(`its answer has the wrong form: ${said}`);
	}
}

async function send(address: URL, call: ModelCall, options: HttpOptions) {
	const { token, timeoutSeconds, fetch: fetched = fetch } = options;
	try {
		const response = await fetched(address, {
			method: 'POST',
			redirect: 'error',
			signal: AbortSignal.timeout(timeoutSeconds * 1000),
			headers: {
				'content-type': 'application/json',
				...(token && { authorization: `Bearer ${token}` }),
			},
			body: JSON.stringify(requestOf(call)),
		});
		return { status: response.status, body: await readBody(response) };
	} catch (error) {
		if (error instanceof GatewayError) throw error;
		const late = error instanceof Error && error.name === 'TimeoutError';
		const message = late ? `no answer in ${timeoutSeconds} seconds.` : 'it cannot be reached.';
		throw new GatewayError(message, !late);
	}
}

function requestOf({ model, messages, config, json }: ModelCall) {
	return {
		model,
		messages,
		...(config.temperature !== undefined && { temperature: config.temperature }),
		...(config.maxOutputTokens !== undefined && { max_tokens: config.maxOutputTokens }),
		...(config.topP !== undefined && { top_p: config.topP }),
		...(config.topK !== undefined && { top_k: config.topK }),
		...(config.stopSequences && { stop: config.stopSequences }),
		...(json && { response_format: { type: 'json_object' } }),
	};
}

async function readBody(response: Response): Promise<string> {
	const decoder = new TextDecoder();
	let body = '';
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.length;
		if (size > MOST_BYTES) throw new GatewayError('its answer is longer than 1 MB.');
		body += decoder.decode(chunk, { stream: true });
	}
	return body;
}

/** Suppliers add fields of their own, so only the fields that are read are listed. */
const part =
	<T>(shape: Shape<T>, key: string): Shape<T> =>
	(value, at) => {
		const own = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
		const found = own ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;
		return shape(found, `${at}.${key}`);
	};
const messageText = part(part(text, 'content'), 'message');

function readAnswer(body: unknown): ModelAnswer {
	const [content] = part(list(messageText), 'choices')(body, 'answer');
	const tokens = (key: string) =>
		part(optional(part(optional(number), key)), 'usage')(body, 'answer') ?? 0;
	return {
		text: text(content, 'answer.choices.0'),
		model: part(text, 'model')(body, 'answer'),
		inputTokens: tokens('prompt_tokens'),
		outputTokens: tokens('completion_tokens'),
	};
}
