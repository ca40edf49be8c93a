import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressBelow, fetchText, NoAnswer } from './fetch-text.ts';

const ADDRESS = new URL('http://host.example/ai/x.json');

/** Fetches from a site that gives these responses, one for each request. */
function fetching(...responses: (Response | Error)[]) {
	const asked: string[] = [];
	const options = {
		timeoutSeconds: 5,
		fetch: async (input: string | URL | Request) => {
			asked.push(String(input));
			const next = responses.shift() ?? new Error('asked too often');
			if (next instanceof Error) throw next;
			return next;
		},
	};
	return { asked, text: () => fetchText(ADDRESS, options) };
}

const sendsOn = (location: string) => new Response(null, { status: 302, headers: { location } });
const failed = (code: string) =>
	new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
const next = (part: RegExp) => (error: unknown) =>
	error instanceof NoAnswer && part.test(`${error.message} ${error.next}`);

test('a redirect on the same host is followed, and to the secure port of it', async () => {
	const site = fetching(
		sendsOn('y.json'),
		sendsOn('https://host.example/ai/y.json'),
		new Response('a'),
	);
	assert.equal(await site.text(), 'a');
	assert.deepEqual(site.asked, [
		ADDRESS.href,
		'http://host.example/ai/y.json',
		'https://host.example/ai/y.json',
	]);
});

test('a redirect to another host, port or a plain address is not followed', async () => {
	for (const location of [
		'https://sign-in.example/?from=copies',
		'//sign-in.example/',
		'http://host.example:81/',
		'file:///etc/passwd',
		'http://',
	]) {
		const site = fetching(sendsOn(location), new Response('a'));
		await assert.rejects(
			site.text(),
			/redirects to .*, which was not called\. It may need a sign-in/,
		);
		assert.equal(site.asked.length, 1);
	}
});

test('redirects in a circle end', async () => {
	const site = fetching(...Array.from({ length: 9 }, () => sendsOn('x.json')));
	await assert.rejects(site.text(), next(/keeps redirecting/));
	assert.equal(site.asked.length, 4);
});

test('the message says why there is no answer and what to do', async () => {
	const broken = new ReadableStream({
		pull(controller) {
			controller.error(new TypeError('terminated'));
		},
	});
	for (const [response, said] of [
		[failed('ENOTFOUND'), /host\.example cannot be reached \(ENOTFOUND\)\..*NODE_USE_ENV_PROXY=1/],
		[failed('SELF_SIGNED_CERT_IN_CHAIN'), /\(SELF_SIGNED_CERT_IN_CHAIN\)\..*NODE_EXTRA_CA_CERTS/],
		[new TypeError('odd'), /host\.example cannot be reached\. /],
		[new Response(broken), /host\.example stopped in the middle of its answer\./],
		[new Response('x', { status: 500 }), /x\.json answered 500\. Try again later/],
		[new Response('x', { status: 401 }), /x\.json answered 401\. It needs a sign-in first/],
		[new Response('x', { status: 404 }), /x\.json answered 404\. If the catalogue has moved/],
		[new Response('x'.repeat(5 * 1024 * 1024 + 1)), /is longer than 5 MB/],
	] as const) {
		await assert.rejects(fetching(response).text(), next(said));
	}
});

test('a byte order mark stays part of the file', async () => {
	assert.equal(await fetching(new Response('\uFEFFa')).text(), '\uFEFFa');
});

test('a name and a password in the address are refused and not repeated', () => {
	assert.throws(
		() => addressBelow('https://me:secret@host.example/', 'x.json'),
		(error) =>
			error instanceof Error &&
			/a name or a password/.test(error.message) &&
			!/secret/.test(error.message),
	);
});
