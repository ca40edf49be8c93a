import { expect, test } from 'vitest';
import { newIssue } from './repository.ts';

const issue = { title: 'Search: a & b?', text: 'Two\nlines' };

test('a new issue is filled in, whatever the words', () =>
	expect(newIssue({ url: 'https://git.example/ai/catalogue/' }, issue)).toBe(
		'https://git.example/ai/catalogue/issues/new?title=Search%3A+a+%26+b%3F&body=Two%0Alines',
	));

test.each([
	['its host', { url: 'https://gitlab.example/ai/catalogue' }],
	[
		'its way to the editor',
		{ url: 'https://git.example/ai/catalogue', edit: '/-/edit/{branch}/{path}' },
	],
])('GitLab is told by %s', (_by, repository) =>
	expect(newIssue(repository, issue)).toContain('/ai/catalogue/-/issues/new?issue%5Btitle%5D='),
);
