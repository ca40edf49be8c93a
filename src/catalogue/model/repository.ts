/** Addresses at the code host of the organisation: where people write who do not use git. */
import type { Organisation } from '#schemas/organisation.ts';

/**
 * The address of a new issue with title and text filled in; GitLab names its fields in its own way.
 *
 * @example
 * newIssue({ url: 'https://git.example/ai/catalogue' }, { title: 'A', text: 'B' })
 * // => 'https://git.example/ai/catalogue/issues/new?title=A&body=B'
 */
export function newIssue(
	{ url, edit = '' }: Pick<Organisation['repository'], 'url' | 'edit'>,
	{ title, text }: { title: string; text: string },
): string {
	const gitlab = edit.includes('/-/') || /(?:^|\.)gitlab\./.test(new URL(url).hostname);
	const fields: Record<string, string> = gitlab
		? { 'issue[title]': title, 'issue[description]': text }
		: { title, body: text };
	const path = gitlab ? '/-/issues/new' : '/issues/new';
	return `${url.replace(/\/+$/, '')}${path}?${new URLSearchParams(fields)}`;
}

/** What a proposal without git answers, in the order of the form in the repository. */
export const PROPOSAL = {
	title: 'Pattern: ',
	text: [
		"Leave out personal data and customers' text.",
		'## Problem\nWho does what today, how often, and what does it cost them?',
		'## Teams that have this problem\nWho would own the pattern and its outcome?',
		'## Data and effect\nThe most sensitive data, who receives the output, and how you would correct a mistake.',
		'## How you would know that it works\nOne measure, its value today and a target.',
	].join('\n\n'),
};
