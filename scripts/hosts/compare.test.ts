import { describe, expect, test } from 'vitest';
import { type Answered, type Built, differences, missingHeaders, sampleOf } from './compare.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const built = (path: string, text = 'as built', type = 'text/plain'): Built => ({
	path,
	bytes: bytes(text),
	type,
});
const answered = (rest: Partial<Answered> = {}): Answered => ({
	status: 200,
	type: 'text/plain',
	headers: new Map(),
	bytes: bytes('as built'),
	...rest,
});

test('a file that arrives as it was built has no difference', () =>
	expect(differences(built('a.txt'), answered())).toEqual([]));

describe('a file that does not arrive', () => {
	test.each([
		['.well-known/agent-skills/index.json', 'names that start with a dot'],
		['_astro/site.css', 'folders that start with an underscore'],
		['patterns/index.html', 'Publish the whole folder dist'],
	])('%s', (path, fix) => {
		const [found] = differences(built(path), answered({ status: 404 }));
		expect(found?.what).toBe('answers with status 404.');
		expect(found?.fix).toContain(fix);
	});

	test('a redirect is named with where it leads', () =>
		expect(
			differences(built('a.txt'), answered({ status: 301, location: 'https://other.example/' })),
		).toMatchObject([{ what: 'is redirected to https://other.example/.' }]));
});

describe('a file that was changed', () => {
	test.each([
		['prompts/a.prompt', 'template engine'],
		['index.html', 'minifies pages'],
		['patterns/a.zip', 'without conversion'],
	])('%s', (path, fix) => {
		const [found] = differences(built(path), answered({ bytes: bytes('other') }));
		expect(found?.what).toMatch(/^was changed: 8 bytes, SHA-256 [0-9a-f]{12}, arrive as 5 bytes/);
		expect(found?.fix).toContain(fix);
	});
});

describe('the type of a file', () => {
	test.each([
		['a.js', 'text/plain'],
		['a.css', 'application/octet-stream'],
		['a.json', 'text/html'],
		['a.prompt', 'text/html; charset=utf-8'],
		['a.html', ''],
	])('%s as "%s" is wrong', (path, type) =>
		expect(differences(built(path), answered({ type }))).toHaveLength(1),
	);

	test.each([
		['a.js', 'application/javascript'],
		['a.json', 'application/json; charset=utf-8'],
		['a.prompt', 'application/octet-stream'],
		['a.atom', 'application/atom+xml'],
	])('%s as "%s" is fine', (path, type) =>
		expect(differences(built(path), answered({ type }))).toEqual([]),
	);
});

test('headers that a page cannot carry are asked for', () => {
	const sent = new Map([
		['content-security-policy', "default-src 'self'; frame-ancestors 'none'"],
		['x-content-type-options', 'nosniff'],
	]);
	expect(missingHeaders(answered({ headers: sent }))).toMatchObject([
		{ what: 'arrives without the header referrer-policy.' },
	]);
});

test('a sample has some of each kind and place, and every hidden file', () => {
	const pages = Array.from({ length: 9 }, (_, at) => `patterns/p${at}/index.html`);
	const hidden = ['.well-known/a.json', '.well-known/b/c.json', '.well-known/d.json'];
	const sample = sampleOf([...pages, ...hidden, 'patterns/p1.zip', 'index.html']);
	expect(sample).toEqual([
		...hidden,
		'index.html',
		'patterns/p0/index.html',
		'patterns/p1.zip',
		'patterns/p1/index.html',
	]);
});
