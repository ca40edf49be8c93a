import { gzipSync } from 'node:zlib';
import ICAL from 'ical.js';
import sax from 'sax';
import { describe, expect, test } from 'vitest';
import { queueDocument } from '#schemas/api.ts';
import type { UseCase } from '#schemas/use-case.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { meetingOn, policyWithAgenda, waiver } from '#tests/support/queue.ts';
import { council, councilOf, tess } from '#tests/support/signer.ts';
import { contextOf } from '../copy/context.ts';
import type { Entry } from '../model/catalogue.ts';
import { agendaSheet } from '../pages/queue/agenda.ts';
import { holderPages, holderSheet, queueSheet } from '../pages/queue/sheet.ts';
import { sheetMarkdown } from '../print/markdown/page.ts';
import { queue, queueCalendar, queueFeed, queueJson } from './queue.ts';

const url = (path: string) => `https://host.example/ai${path}`;
const context = (...entries: readonly Entry[]) => contextOf(catalogueOf(...entries), url);
const use = (data: Partial<UseCase> = {}, id = 'desk') =>
	entry('use-cases', id, { title: 'Desk, "east"; & <west>', waivers: [waiver()], ...data });
const full = (...more: readonly Entry[]) =>
	context(
		entry('patterns', 'summary', { status: 'draft' }),
		entry('controls', 'logging', { status: 'draft' }),
		policyWithAgenda('pilot'),
		...more,
	);
const office = { team: 'office' };

const eventsOf = (calendar: string) =>
	new ICAL.Component(ICAL.parse(calendar))
		.getAllSubcomponents('vevent')
		.map((one) => new ICAL.Event(one));

/** The texts of the elements of a name. */
function textsIn(xml: string, name: string): string[] {
	const parser = sax.parser(true);
	const open: string[] = [];
	const found: string[] = [];
	parser.onerror = (error) => {
		throw error;
	};
	parser.onopentag = (tag) => {
		open.push(tag.name);
		if (tag.name === name) found.push('');
	};
	parser.onclosetag = () => open.pop();
	const add = (text: string) => {
		if (open.at(-1) === name) found[found.length - 1] += text;
	};
	parser.ontext = add;
	parser.oncdata = add;
	parser.write(xml).close();
	return found;
}

describe('the queue as files', () => {
	test('is a document of its JSON Schema', () => {
		const document = queueJson(full(use(), meetingOn('2026-12-03')));
		expect(queueDocument.parse(document)).toEqual(document);
		const item = document.items.find(({ kind }) => kind === 'waiver');
		expect(item).toMatchObject({
			id: 'waiver/use-cases/desk/logging',
			due: '2026-12-20',
			teams: ['office'],
			seats: ['technology'],
			page: 'https://host.example/ai/use-cases/desk/',
		});
		expect(item?.start).toContain('npm run record -- evidence use-cases/desk control=logging');
	});

	test('is a calendar that a program reads, and an appointment moves with its day', () => {
		const at = (expires: string) =>
			eventsOf(queueCalendar(office, full(use({ waivers: [waiver({ expires })] })))).find(
				({ uid }) => uid.startsWith('waiver.'),
			);
		const [before, after] = [at('2026-12-20'), at('2026-12-31')];
		expect(before?.uid).toBe('waiver.use-cases.desk.logging@host.example');
		expect(after?.uid).toBe(before?.uid);
		expect([String(before?.startDate), String(after?.startDate)]).toEqual([
			'2026-12-20',
			'2026-12-31',
		]);
		expect(before?.summary).toContain('Desk, "east"; & <west>');
	});

	test('gives a seat the meetings of the council, and a team none', () => {
		const catalogue = full(use(), meetingOn('2026-12-03', '2026-11-01'));
		const meetings = (whose: Parameters<typeof queueCalendar>[0]) =>
			eventsOf(queueCalendar(whose, catalogue)).filter(({ uid }) => uid.startsWith('meeting.'));
		expect(meetings({ seat: 'technology' }).map(({ uid }) => uid)).toEqual([
			'meeting.2026-12-03@host.example',
		]);
		expect(meetings(office)).toEqual([]);
	});

	test('is an Atom feed whose entries keep their ids', () => {
		const xml = queueFeed(office, full(use()));
		expect(textsIn(xml, 'id')).toContain(
			'https://host.example/ai/queue/#waiver/use-cases/desk/logging',
		);
		expect(textsIn(xml, 'title').join()).toContain('by 20 December 2026');
		const updated = (expires: string) =>
			textsIn(queueFeed(office, full(use({ waivers: [waiver({ expires })] }))), 'updated').at(-1);
		expect(updated('2026-12-20')).not.toBe(updated('2027-01-20'));
	});

	test('says of invented data that it is invented, in every file', () => {
		const invented = full(use({ example: true }), council);
		expect(queueCalendar(office, invented)).toContain('SUMMARY:Example data: ');
		expect(queueFeed(office, invented)).toContain('Example data: ');
		expect(queueJson(invented).items.every(({ example }) => example)).toBe(true);
		expect(queueSheet(invented.catalogue).example?.tag).toBe('Example data');
	});

	test('has a page, a calendar and a feed for every seat and team, each once', () => {
		const paths = [...queue.files(full(use()))].map(({ path }) => path);
		expect(new Set(paths).size).toBe(paths.length);
		expect(paths).toEqual(
			expect.arrayContaining([
				'queue.ics',
				'queue.atom',
				'queue/seats/technology.ics',
				'queue/teams/office.atom',
				'queue/teams/council.md',
				'queue/agenda.md',
			]),
		);
	});
});

describe('the page of a seat', () => {
	const { approval } = minimal.policy();
	const seats = { ...approval.seats, low: ['technology', 'security'] } as typeof approval.seats;
	const proposed = context(
		entry('policy', 'policy', { approval: { ...approval, seats } }),
		entry('patterns', 'letters', { status: 'proposed' }),
	);
	const said = (sheet: ReturnType<typeof queueSheet>) =>
		sheetMarkdown(sheet, undefined, false, proposed).markdown;

	test('starts a signature with its own seat, even if another seat comes first', () => {
		const pages = holderPages(proposed.catalogue).flatMap((page) =>
			'seat' in page.whose ? [{ ...page, seat: page.whose.seat }] : [],
		);
		const signing = pages.filter((page) =>
			said(holderSheet(page, proposed.catalogue)).includes('npm run approve'),
		);
		expect(signing.length).toBeGreaterThan(1);
		for (const page of signing) {
			const text = said(holderSheet(page, proposed.catalogue));
			expect(text).toContain(`npm run approve -- patterns/letters --seat ${page.seat}`);
		}
	});

	test('is not needed to know which seats sign: the page of everyone says each', () => {
		const text = said(queueSheet(proposed.catalogue));
		expect(text).toContain('npm run approve -- patterns/letters --seat technology');
		expect(text).toContain('Other seat: security');
		expect(text).not.toContain('SEAT');
	});

	test('starts with a command that can be run as it is written, in the document', () => {
		const { items } = queueJson(proposed);
		expect(items.map(({ start }) => start)).toContain(
			'npm run approve -- patterns/letters --seat technology',
		);
	});
});

describe('the first approvals of a new council', () => {
	const controls = (count: number) =>
		Array.from({ length: count }, (_, at) =>
			entry('controls', `c${at}`, { status: 'proposed', title: `Control ${at}` }),
		);
	const fresh = context(...controls(3));
	const said = (sheet: ReturnType<typeof queueSheet>, of = fresh) =>
		sheetMarkdown(sheet, undefined, false, of).markdown;
	const seatPage = (of = fresh) => {
		const [page] = holderPages(of.catalogue).filter(({ whose }) => 'seat' in whose);
		if (!page) throw new Error('the council has a seat');
		return said(holderSheet(page, of.catalogue), of);
	};

	test('are one item, which says how many, what comes first and when the time starts', () => {
		const text = said(queueSheet(fresh.catalogue));
		expect(text).toContain('Approve the [3 controls](');
		expect(text).toContain('npm run approve -- controls/c0 --seat technology');
		expect(text).toContain('When every seat has a member, you have 90 days.');
		expect(text).not.toContain('overdue');
	});

	test('say whose seat is empty and where a member is added', () => {
		const text = said(queueSheet(fresh.catalogue));
		expect(text).toContain('Add a member with a key to the Technology seat');
		expect(text).toContain('content/organisation.yaml');
	});

	test('are named one by one on the page of the seat, as far as a page has room', () => {
		expect(seatPage()).toContain('Then: c1, c2');
		expect(seatPage(context(...controls(60)))).toMatch(/, c\d+ and 20 others/);
	});

	test('name every entry in the document', () => {
		const document = queueJson(fresh);
		expect(queueDocument.parse(document)).toEqual(document);
		expect(document.items.find(({ kind }) => kind === 'first')?.entries).toEqual([
			'controls/c0',
			'controls/c1',
			'controls/c2',
		]);
	});
});

describe('with nothing to do', () => {
	const empty = context();
	const said = (sheet: ReturnType<typeof queueSheet>) =>
		sheetMarkdown(sheet, undefined, false, empty).markdown;

	test('the page says what it will show and what to do', () => {
		expect(said(queueSheet(empty.catalogue))).toContain('no use cases yet');
		expect(queueJson(empty).items).toEqual([]);
	});

	test('a council without seats is told as such, with what to do, on the queue and the agenda', () => {
		const { council } = minimal.organisation();
		const bare = context(
			entry('organisation', 'organisation', { council: { ...council, seats: [] } }),
		);
		for (const sheet of [queueSheet(bare.catalogue), agendaSheet(bare.catalogue)]) {
			const { markdown } = sheetMarkdown(sheet, undefined, false, bare);
			expect(markdown).toContain('The council has no seats yet');
			expect(markdown).toContain('content/organisation.yaml');
		}
	});

	test('the agenda does not say that items wait where none does', () => {
		const text = said(agendaSheet(empty.catalogue));
		expect(text).toContain('Nothing waits for a decision.');
		expect(text).not.toContain('These items wait');
	});

	test('the agenda says how a meeting comes onto it', () => {
		expect(said(agendaSheet(empty.catalogue))).toContain('content/organisation.yaml');
	});

	test('every calendar is still one that a program reads', () => {
		expect(eventsOf(queueCalendar(undefined, empty))).toEqual([]);
		expect(textsIn(queueFeed(undefined, empty), 'entry')).toEqual([]);
	});

	test('a seat that nobody fills says so', () => {
		expect(said(queueSheet(empty.catalogue))).toContain('No member yet');
	});
});

describe('a thousand items', () => {
	const many = context(
		councilOf({ technology: [tess] }),
		...Array.from({ length: 1000 }, (_, at) =>
			entry('patterns', `p${at}`, { title: `Pattern ${at}`, status: 'proposed' }),
		),
	);
	const size = (sheet: ReturnType<typeof queueSheet>) =>
		gzipSync(sheetMarkdown(sheet, undefined, false, many).markdown).length;

	test('are on the pages of who must act, and no page has more than fit a table', () => {
		const pages = holderPages(many.catalogue);
		expect(pages.filter(({ whose }) => 'seat' in whose).length).toBe(25);
		const sheets = [
			queueSheet(many.catalogue),
			...pages.map((page) => holderSheet(page, many.catalogue)),
		];
		for (const sheet of sheets) expect(size(sheet)).toBeLessThan(8_000);
		expect(queueJson(many).items).toHaveLength(1000);
		expect(gzipSync(JSON.stringify(queueJson(many))).length).toBeLessThan(60_000);
	});
});
