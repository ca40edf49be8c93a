/** Pages that are no entries, as search knows them: how to contribute, what states mean, and so on. */
import type { CardedPage } from './format.ts';

const page = (
	path: string,
	title: string,
	summary: string,
	aliases: readonly string[] = [],
): CardedPage => ({ path, kind: 'page', title, summary, aliases, task: '', text: '' });

/** The pages of the site that no collection has. tests/site opens each. */
export const furtherPages = (): CardedPage[] => [
	page(
		'/contribute/',
		'Contribute',
		'How to propose a pattern, add a control, change a prompt or fix an entry, and who approves it.',
		[
			'propose a pattern',
			'submit an idea',
			'add a control',
			'change a prompt',
			'add a risk',
			'pull request',
			'recipes',
			'field reference',
		],
	),
];
