import { describe, expect, test } from 'vitest';
import { siteAddressProblem } from './site-address.ts';

test.each([
	'https://host.example',
	'https://host.example/',
	'https://host.example/ai/',
	'https://host.example/ai/patterns-of-us/v1.2',
	'http://localhost:4321/',
	'http://127.0.0.1:65535/',
	'http://[::1]:4321/',
	'https://xn--bcher-kva.example/',
	'https://HOST.example/AI/',
])('%s is clean', (text) => expect(siteAddressProblem(text)).toBeUndefined());

describe('refused', () => {
	test.each([
		['host.example', 'is not the address of a site'],
		['//host.example/', 'is not the address of a site'],
		['ftp://host.example/', 'is not the address of a site'],
		['javascript:alert(1)', 'is not the address of a site'],
		['https:/host.example', 'is not the address of a site'],
		['https://', 'has no valid host'],
		['https:///path', 'has no valid host'],
		['https://host.example:99999/', 'has no valid port'],
		['https://host.example:0/', 'has no valid port'],
		['https://host.example:/', 'has no valid port'],
		['https://host.example:80a/', 'has no valid port'],
		['https://host.example:-1/', 'has no valid port'],
		['https://user@host.example/', 'contains more than a host and a path'],
		['https://user:pass@host.example/', 'contains more than a host and a path'],
		['https://host.example/?a=b', 'contains more than a host and a path'],
		['https://host.example/#a', 'contains more than a host and a path'],
		['https://host.example\\evil', 'contains more than a host and a path'],
		['https://host_name.example/', 'has no valid host'],
		['https://-host.example/', 'has no valid host'],
		['https://host..example/', 'has no valid host'],
		['https://host.example./', 'has no valid host'],
		['https://bücher.example/', 'has no valid host'],
		['https://300.1.1.1/', 'has no valid host'],
		['https://0x7f000001/', 'has no valid host'],
		['https://2130706433/', 'has no valid host'],
		['https://[zz]/', 'is not the address of a site'],
		['https://host.example/a b/', 'has a path with more than'],
		['https://host.example/a//b/', 'has a path with more than'],
		['https://host.example/../b/', 'has a path with more than'],
		['https://host.example/%2e%2e/', 'has a path with more than'],
		['https://host.example/"><script>/', 'has a path with more than'],
	])('%s', (text, words) => expect(siteAddressProblem(text)).toContain(words));
});
