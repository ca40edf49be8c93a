import { expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { changeEvents } from './changes.ts';
import { changesPages, PER_PAGE, pagesBeside } from './changes-pages.ts';
import type { CatalogueEvent } from './event.ts';

const [event] = changeEvents(catalogueOf(entry('patterns')));
/** As many events as asked for on each day. */
const on = (...days: [string, number][]): CatalogueEvent[] =>
	days.flatMap(([date, count]) =>
		Array.from({ length: count }, (_, at) => {
			if (!event) throw new Error('The minimal pattern has no change.');
			return { ...event, date, mark: `v${at}` };
		}),
	);

test('the newest year has the page, and each older year one of its own', () => {
	const pages = changesPages(on(['2026-11-02', 1], ['2026-10-01', 1], ['2025-03-04', 1]));
	expect(pages.map(({ path, months }) => [path, months.map(({ title }) => title)])).toEqual([
		['/changes/', ['November 2026', 'October 2026']],
		['/changes/2025/', ['March 2025']],
	]);
	expect(pagesBeside(pages[0] ?? never(), pages)).toEqual([
		{ label: '2026', path: '/changes/' },
		{ label: '2025', path: '/changes/2025/' },
	]);
});

test('a year of many events is parted, and no event is lost', () => {
	const pages = changesPages(on(['2026-11-02', PER_PAGE + 1], ['2025-03-04', PER_PAGE + 1]));
	expect(
		pages.map(({ path, months }) => [path, months.flatMap(({ events }) => events).length]),
	).toEqual([
		['/changes/', PER_PAGE],
		['/changes/2026/2/', 1],
		['/changes/2025/', PER_PAGE],
		['/changes/2025/2/', 1],
	]);
	expect(pagesBeside(pages[3] ?? never(), pages).map(({ label }) => label)).toEqual([
		'2026',
		'2025, page 1',
		'2025, page 2',
	]);
});

test('without an event there is a page that says so', () => {
	expect(changesPages([]).map(({ path, months }) => [path, months])).toEqual([['/changes/', []]]);
});

function never(): never {
	throw new Error('There is no such page.');
}
