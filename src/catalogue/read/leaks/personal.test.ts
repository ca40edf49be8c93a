import { describe, expect, test } from 'vitest';
import { personalIn } from './personal.ts';

const found = (text: string) => personalIn(text).map(({ what, shown }) => `${what}: ${shown}`);

describe('e-mail addresses', () => {
	test('an address at a real domain is found without its name being repeated', () => {
		expect(found('Ask jane.doe@mail.corp.')).toEqual([
			'an email address at a real domain: "j...@mail.corp" (18 characters)',
		]);
	});

	test.each([
		'Ask jane@team.example or jane@example.com or jane@mail.example.org.',
		'Clone git@code.corp:patterns.git.',
		'Release ask@0.9.0 of @scope/package.',
		'@media print and user@localhost',
	])('%s names nobody', (text) => expect(found(text)).toEqual([]));

	test.each([
		'jos\u00e9.garc\u00eda@b\u00fccher.corp',
		'jane\uff20mail.corp',
		'<jane@mail.corp>',
		'jane+notes@mail.corp',
	])('%s is an address as well', (text) => expect(found(`To: ${text}`)).toHaveLength(1));

	test('a domain that only ends like a reserved one is real', () => {
		expect(found('jane@myexample.com')).toHaveLength(1);
	});
});

describe('hosts', () => {
	test('a host is named with the place of its own name', () => {
		const text = 'See https://crm.corp:8443/case.';
		expect(personalIn(text)).toMatchObject([{ kind: 'inside-host', shown: '"crm.corp"' }]);
		expect(text.slice(personalIn(text)[0]?.index)).toMatch(/^crm/);
	});

	test.each([
		'http://10.1.2.3/',
		'http://192.168.0.9:80/',
		'http://[fd00::1]/',
		'http://wiki.internal.',
	])('%s is inside an organisation', (text) => {
		expect(personalIn(text)).toMatchObject([{ kind: 'inside-host' }]);
	});

	test.each(['https://crm.vendor.io/', 'ftp://8.8.8.8/'])('%s is real', (text) => {
		expect(personalIn(text)).toMatchObject([{ kind: 'host' }]);
	});

	test.each([
		'https://crm.example/ https://www.example.com/ http://a.test http://b.invalid',
		'http://localhost:3000 http://127.0.0.1:8080 http://[::1]/ http://0.0.0.0:80',
		'http://192.0.2.7/ http://203.0.113.9/ http://[2001:db8::1]/',
		'http://host.docker.internal:11434 http://model.ai.svc.cluster.local',
		// biome-ignore lint/suspicious/noTemplateCurlyInString: what a starter file may hold
		'https://${HOST}/ https://{{host}}/ https://<host>/',
	])('%s is for examples', (text) => expect(found(text)).toEqual([]));
});

describe('numbers with check digits', () => {
	test.each([
		['GB82 WEST 1234 5698 7654 32', 'a bank account number: "GB82..." (27 characters)'],
		['DE89370400440532013000', 'a bank account number: "DE8..." (22 characters)'],
		['4111 1111 1111 1111', 'a payment card number: "411..." (19 characters)'],
		['4111111111111111', 'a payment card number: "41..." (16 characters)'],
		['378282246310005', 'a payment card number: "37..." (15 characters)'],
	])('%s is found', (text, shown) => expect(found(`Pay ${text}.`)).toEqual([shown]));

	test.each([
		'GB82 WEST 1234 5698 7654 33',
		'4111 1111 1111 1112',
		'9111111111111111',
		'0.4111111111111111',
		'id-4111111111111111-a',
		'AB12 CDEF 3456 7890',
		'2026-11-22',
	])('%s is no such number', (text) => expect(found(`Pay ${text}.`)).toEqual([]));
});

test.each(['a', 'a.', 'a@', 'https://', '4', '4111 ', 'GB82 ', '@', '-', 'a@a.', '\u{1f600}'])(
	'half a million characters of "%s" name nobody and nothing',
	(piece) => {
		expect(personalIn(piece.repeat(Math.floor(500_000 / piece.length)))).toEqual([]);
	},
);
