import { expect, test } from 'vitest';
import type { Guide } from '#schemas/guide.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { contextOf } from '../copy/context.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Block } from './blocks.ts';
import { guidePage } from './guide.ts';
import { plainWords } from './plain-words.ts';

const BODY = 'An opening.\n\n## In 90 days\n\nDo this.\n\n## The template\n\nCopy it.\n';
const template: Guide['template'] = {
	under: 'The template',
	title: 'Use case: ',
	parts: [
		{ head: 'Outcome', hint: 'What changes & for whom?' },
		{ head: 'Baseline', hint: 'The value today.' },
	],
};

function blocksUnder(title: string, data: Partial<Guide>, ...more: readonly Entry[]) {
	const guide = entry('guides', 'plan', data, { body: BODY });
	const page = guidePage(
		guide,
		contextOf(catalogueOf(guide, ...more), (path) => `https://host.example${path}`),
	);
	return page.sections.find((section) => section.title === title)?.blocks ?? [];
}

/** The cells of the first table among the blocks, as text. */
function rowsOf(blocks: readonly Block[]): string[][] {
	const found = blocks.find((block) => block.kind === 'table');
	if (found?.kind !== 'table') return [];
	return found.groups.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(plainWords)));
}

const figures = (...show: Guide['figures'][number]['show']) => ({
	figures: [{ under: 'In 90 days', show }],
});
const live = { state: 'live', liveSince: '2026-05-01' } as const;

test('a figure is counted from what the catalogue holds', () => {
	const rows = rowsOf(
		blocksUnder(
			'In 90 days',
			figures('uses-live', 'outcomes-set', 'roles-described', 'patterns-reused'),
			entry('patterns'),
			entry('roles'),
			entry('outcomes', 'a', { category: 'growth' }),
			entry('outcomes', 'b', { category: 'growth' }),
			entry('use-cases', 'one', live),
			entry('use-cases', 'two', live),
			entry('use-cases', 'three', { state: 'pilot', liveSince: undefined }),
		),
	);
	expect(rows.map(([what, today]) => [what, today])).toEqual([
		['Live use cases', '2 of 3'],
		['Outcomes with a baseline and a target', '2, in 1 category'],
		['Roles with a skill path', '1'],
		['Patterns with two or more live use cases', '1 pattern'],
	]);
});

test('a figure of nothing says so instead of 0 of 0', () => {
	const rows = rowsOf(
		blocksUnder(
			'In 90 days',
			figures('uses-live', 'outcomes-set', 'uses-on-target', 'incidents-closed', 'meeting-planned'),
		),
	);
	expect(rows.map(([, today]) => today)).toEqual([
		'No use cases yet',
		'None yet',
		'Nothing is live yet',
		'No incidents recorded',
		'None planned',
	]);
});

test('a figure of invented data is marked', () => {
	const rows = rowsOf(
		blocksUnder(
			'In 90 days',
			figures('uses-live', 'roles-described'),
			entry('patterns'),
			entry('roles'),
			entry('use-cases', 'one', { ...live, example: true }),
		),
	);
	expect(rows.map(([, today]) => today)).toEqual(['1 of 1 Example data', '1']);
});

test('a pattern scales when five teams use it, however many uses one team has', () => {
	const owned = (teams: readonly string[]) =>
		rowsOf(
			blocksUnder(
				'In 90 days',
				figures('patterns-scaled'),
				entry('patterns'),
				...teams.map((owner, at) => entry('use-cases', `use-${at}`, { ...live, owner })),
			),
		)[0]?.[1];
	expect(owned(['a', 'a', 'a', 'a', 'a'])).toBe('0 patterns');
	expect(owned(['a', 'b', 'c', 'd', 'e'])).toBe('1 pattern');
});

test('the template is a text to copy, and fills a new issue of the own repository', () => {
	const blocks = blocksUnder('The template', { template });
	const text = '## Outcome\n\nWhat changes & for whom?\n\n## Baseline\n\nThe value today.\n';
	expect(blocks.find(({ kind }) => kind === 'code')).toMatchObject({ text });
	const link = blocks.flatMap((block) => (block.kind === 'text' ? [block.words] : [])).flat(2)[0];
	if (typeof link !== 'object' || !('to' in link)) throw new Error('There is no link.');
	const address = new URL(String(link.to));
	expect(`${address.origin}${address.pathname}`).toBe(
		`${minimal.organisation().repository.url}/issues/new`,
	);
	expect(address.searchParams.get('title')).toBe('Use case: ');
	expect(address.searchParams.get('body')).toBe(text);
});

test('a guide without figures and template has its prose alone', () => {
	expect(blocksUnder('In 90 days', {})).toEqual([{ kind: 'prose', part: 1 }]);
});
