/**
 * How patterns end, as the example organisation shows it: one is deprecated and has a successor, one
 * is withdrawn and leaves its tombstone, and the model of the first is near its last day.
 */
import { stringify } from 'yaml';
import type { Withdrawn } from '#schemas/withdrawn.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import type { NewFile } from '../prompt.ts';
import { moved } from './told.ts';

/** A comment that says in a file of a pattern what the field says in its register. */
const EXAMPLE_COMMENT = '# example: true';

/** The older form of a pattern: it says what its successor says, with another name and model. */
const older = {
	id: 'notice-translation',
	successor: 'translation-with-glossary',
	prompts: { 'translate-section': 'translate-notice' },
	model: { id: 'general-chat-older', of: 'general-chat', retires: '2027-02-26' },
	replaced: {
		title: 'Notice translation',
		summary:
			'Translates notices for staff with agreed terms. An editor publishes. Its successor translates every internal document.',
		version: '"1.1.0"',
	},
	/** What its model is for, and what its prompt does, in its own words. */
	says: {
		model:
			'The alias for drafts and answers before the present one. Move to that one before it ends.',
		prompt:
			'Translates one section of a notice sentence by sentence with agreed terms, for two languages.',
	},
	/** What its version before said instead. */
	before: {
		version: '"1.0.0"',
		texts: [
			[
				'Stops documents above internal, holds sections with names of people or with instructions to the model.',
				'Stops documents above internal and holds sections with instructions to the model.',
			],
			[
				'Documents above internal, and sections with names of people, do not reach the model.',
				'Documents above internal do not reach the model.',
			],
		],
	},
	register: {
		aliases: ['translated notices'],
		status: 'deprecated',
		owner: 'knowledge-management',
		reviewed: '2026-11-20',
		stage: 'pilot',
		successor: 'translation-with-glossary',
		example: true,
		changes: [
			{
				version: '1.1.0',
				date: '2026-06-15',
				impact: 'minor',
				summary: 'Sections with names of people are held. Before, they were translated.',
			},
			{
				version: '1.0.0',
				date: '2026-03-30',
				impact: 'minor',
				summary: 'First version, for notices in two languages.',
			},
		],
	},
} as const;

/** What is withdrawn, by the name of its tombstone. */
const tombstones: Readonly<Record<string, Withdrawn>> = {
	'patterns.inbox-autopilot': {
		title: 'Inbox autopilot',
		summary: 'Answered routine emails of customers and sent the answers without a person.',
		example: true,
		owner: 'service-operations',
		version: '0.9.0',
		withdrawn: '2026-10-08',
		because:
			'In the test, two customers got an answer with data of another customer, and nobody read it before it was sent.',
		successor: 'reply-drafting',
	},
};

/** The files of what has ended; nothing of a pattern whose successor is not in the catalogue. */
export function endedPatterns(catalogue: Catalogue, months: number): NewFile[] {
	return [
		...Object.entries(tombstones)
			.filter(([, { successor }]) => successor && catalogue.patterns.has(successor))
			.map(([id, data]) => ({
				path: `content/withdrawn/${id}.yaml`,
				text: stringify(moved(data, months)),
			})),
		...olderPattern(catalogue, months),
	];
}

/** The older pattern in its version before, so that there is a difference to see. */
export const formerPattern = (catalogue: Catalogue, months: number): NewFile[] =>
	olderPattern(catalogue, months)
		.filter(({ path }) => path.endsWith('/pattern.mdx'))
		.map(({ path, text }) => {
			const { version, texts } = older.before;
			const first = text.replace(/^version: .*$/m, `version: ${version}`);
			return { path, text: texts.reduce((all, [now, then]) => all.replace(now, then), first) };
		});

function olderPattern(catalogue: Catalogue, months: number): NewFile[] {
	const successor = catalogue.patterns.get(older.successor);
	const model = catalogue.models.get(older.model.of);
	if (!successor || !model) return [];
	const prompts = Object.entries(older.prompts).flatMap(([prompt, name]) => {
		const files = [catalogue.prompts.get(prompt), catalogue.cases.get(prompt)];
		return files.flatMap((entry) =>
			entry ? [{ path: inOlder(entry.file).replace(prompt, name), text: entry.source }] : [],
		);
	});
	const design = { path: inOlder(successor.file), text: retitled(successor.source) };
	return [
		{
			path: model.file.replace(older.model.of, older.model.id),
			text: olderModel(model.source, months),
		},
		{ path: `patterns/${older.id}/register.yaml`, text: stringify(moved(older.register, months)) },
		...[design, ...prompts].map(({ path, text }) => ({ path, text: marked(renamed(text)) })),
	];
}

const inOlder = (file: string) => file.replace(older.successor, older.id);

/** The fields of the older pattern in place of those of its successor. */
const retitled = (text: string) =>
	Object.entries(older.replaced)
		.reduce((all, [key, value]) => all.replace(fieldOf(key), `${key}: ${value}`), text)
		.replace(fieldOf('models'), `models: [${older.model.id}]`);

const fieldOf = (key: string) => new RegExp(`^${key}: .*$`, 'm');

/** The names that the older pattern and its prompts go by. */
const renamed = (text: string) =>
	Object.entries({ ...older.prompts, [older.successor]: older.id }).reduce(
		(all, [from, to]) => all.replaceAll(from, to),
		text
			.replace(`\nmodel: ${older.model.of}\n`, `\nmodel: ${older.model.id}\n`)
			.replace(fieldOf('description'), `description: ${older.says.prompt}`),
	);

const olderModel = (text: string, months: number) =>
	text
		.replace(fieldOf('title'), 'title: General chat, older version\nexample: true')
		.replace(fieldOf('summary'), `summary: ${older.says.model}`)
		.replace(fieldOf('aliases'), 'aliases: [earlier chat]')
		.replace(fieldOf('pinnedVersion'), 'pinnedVersion: general-chat-2026-02-01')
		.replace(fieldOf('retires'), `retires: ${moved(older.model.retires, months)}`)
		.replace(fieldOf('fallback'), `fallback: ${older.model.of}`)
		.replaceAll(`model: ${older.model.of}\n`, `model: ${older.model.id}\n`);

/** The mark as a comment: below the fence of a front matter, else as the first line. */
const marked = (text: string) =>
	text.startsWith('---\n')
		? text.replace('---\n', `---\n${EXAMPLE_COMMENT}\n`)
		: `${EXAMPLE_COMMENT}\n${text}`;
