import { expect, test } from 'vitest';
import { indexDocument } from '#schemas/api.ts';
import { parseDocument } from './documents.ts';

const index = {
	api: 1,
	catalogue: 'Patterns',
	organisation: 'Example',
	page: 'https://host.example/',
	policy: '1.0.0',
	policyJson: 'https://host.example/api/v1/policy.json',
	withdrawn: 'https://host.example/api/v1/withdrawn.json',
	collections: [],
};
const read = (text: string) => parseDocument(indexDocument, text, 'index.json of the site');

test('what a later version of the site adds is passed over', () =>
	expect(read(JSON.stringify({ ...index, more: [1] })).catalogue).toBe('Patterns'));

test.each([
	['<!doctype html><title>Sign in</title>', 'index.json of the site is a page of HTML. Enter the'],
	['not json', 'index.json of the site is no JSON. Enter the address'],
	['{"api":2}', 'index.json of the site is version 2 of the API; this server reads version 1.'],
	['{"api":1}', 'index.json of the site does not contain what this server reads (at "catalogue").'],
	['null', 'index.json of the site does not contain what this server reads (at "").'],
])('%s is refused in one line', (text, message) => {
	expect(() => read(text)).toThrow(message);
	expect(() => read(text)).not.toThrow(/\n/);
});
