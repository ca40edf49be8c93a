import { describe, expect, test } from 'vitest';
import { addressesOf, readAddress } from '#catalogue/model/address.ts';
import { catalogueOf } from '#tests/support/build.ts';

const organisation = (url: string) => `name: Example\nsite:\n  url: ${url}\n`;

test('the address comes from the organisation page', () =>
	expect(readAddress(organisation('https://patterns.example/'))).toEqual({
		site: 'https://patterns.example',
		base: '/',
	}));

test('a path becomes the base, with a slash at both ends', () =>
	expect(readAddress(organisation('https://host.example/ai'))).toEqual({
		site: 'https://host.example',
		base: '/ai/',
	}));

test('the environment overrides the organisation page', () =>
	expect(
		readAddress(organisation('https://patterns.example/'), 'http://127.0.0.1:4321/sub/'),
	).toEqual({ site: 'http://127.0.0.1:4321', base: '/sub/' }));

test.each([
	['https://patterns.example', 'https://patterns.example/llms.txt'],
	['https://host.example/ai', 'https://host.example/ai/llms.txt'],
	['https://host.example/ai/', 'https://host.example/ai/llms.txt'],
	['patterns.example', '/llms.txt'],
])('files of a site at %s link there', (url, address) => {
	const catalogue = { organisation: { ...catalogueOf().organisation, site: { url } } };
	expect(addressesOf(catalogue)('/llms.txt')).toBe(address);
	expect(addressesOf(catalogue, 'http://127.0.0.1:4321/sub')('/a/')).toBe(
		'http://127.0.0.1:4321/sub/a/',
	);
});

describe('a page without a usable address gives none, and the check names the place', () => {
	test.each([
		'name: Example\n',
		'',
		'site: [',
		organisation('patterns.example'),
		organisation('ftp://patterns.example/'),
		organisation('https://patterns.example/?a=1'),
		organisation('https://me:secret@patterns.example/'),
	])('%j', (yaml) => expect(readAddress(yaml)).toBeUndefined());
});

test('an unusable CATALOGUE_URL is refused with the fix', () =>
	expect(() => readAddress('', 'patterns.example')).toThrow('Write a host and a path'));
