import { describe, expect, test } from 'vitest';
import { parseAddress } from '#site/address.ts';

const organisation = (url: string) => `name: Example\nsite:\n  url: ${url}\n`;

test('the address comes from the organisation page', () =>
	expect(parseAddress(organisation('https://patterns.example/'))).toEqual({
		site: 'https://patterns.example',
		base: '/',
	}));

test('a path becomes the base, with a slash at both ends', () =>
	expect(parseAddress(organisation('https://host.example/ai'))).toEqual({
		site: 'https://host.example',
		base: '/ai/',
	}));

test('the environment overrides the organisation page', () =>
	expect(
		parseAddress(organisation('https://patterns.example/'), 'http://127.0.0.1:4321/sub/'),
	).toEqual({ site: 'http://127.0.0.1:4321', base: '/sub/' }));

describe('an address that cannot be served is refused with the place and the fix', () => {
	test.each([
		['name: Example\n', 'content/organisation.yaml has no site.url.'],
		['', 'content/organisation.yaml has no site.url.'],
		[organisation('patterns.example'), '"patterns.example", which is not a web address.'],
		[organisation('ftp://patterns.example/'), 'which is not a web address.'],
		[organisation('https://patterns.example/?a=1'), 'only a host and a path may stand there.'],
		[
			organisation('https://me:secret@patterns.example/'),
			'only a host and a path may stand there.',
		],
	])('%j', (yaml, message) => expect(() => parseAddress(yaml)).toThrow(message));
});
