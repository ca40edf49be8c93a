import sax from 'sax';
import { expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import type { Entry } from '../model/catalogue.ts';
import { feeds, MOST_EVENTS } from './feeds.ts';

const url = (path: string) => `https://host.example/ai${path}`;

interface Element {
	path: string;
	attributes: Record<string, string>;
	text: string;
}

/** The elements of a document, in order; throws where it is not well-formed. */
function read(xml: string): Element[] {
	const open: Element[] = [];
	const all: Element[] = [];
	const parser = sax.parser(true);
	const add = (text: string) => {
		const last = open.at(-1);
		if (last) last.text += text;
	};
	parser.onerror = (error) => {
		throw error;
	};
	parser.onopentag = ({ name, attributes }) => {
		const path = `${open.at(-1)?.path ?? ''}/${name}`;
		const element = { path, attributes, text: '' };
		open.push(element);
		all.push(element);
	};
	parser.onclosetag = () => {
		open.pop();
	};
	parser.ontext = add;
	parser.oncdata = add;
	parser.write(xml).close();
	return all;
}

/** The feeds of these entries by path. */
async function feedsOf(...entries: readonly Entry[]) {
	const catalogue = catalogueOf(...entries);
	const made = [...feeds.files(contextOf(catalogue, url))].map(
		async ({ path, body }) => [path, String(await body())] as const,
	);
	return new Map(await Promise.all(made));
}

const texts = (xml: string | undefined, path: string) =>
	read(xml ?? '').flatMap((element) => (element.path === path ? [element.text.trim()] : []));

const change = (version: string, date: string) => ({
	version,
	date,
	impact: 'minor' as const,
	summary: `What ${version} changed.`,
});
const tombstone = entry('withdrawn', 'patterns.old', {
	title: 'Old way',
	version: '1.4.0',
	withdrawn: '2026-11-05',
});

test('a feed has what Atom asks for, and its dates are those of the content', async () => {
	const pattern = entry('patterns', 'triage', { changes: [change('1.0.0', '2026-11-02')] });
	for (const [path, xml] of await feedsOf(pattern, tombstone)) {
		const elements = read(xml);
		expect(elements[0]?.attributes.xmlns, path).toBe('http://www.w3.org/2005/Atom');
		for (const name of ['id', 'title', 'updated', 'author/name']) {
			expect(texts(xml, `/feed/${name}`).filter(Boolean), `${path} ${name}`).toHaveLength(1);
		}
		const entries = texts(xml, '/feed/entry').length;
		for (const name of ['id', 'title', 'updated']) {
			expect(texts(xml, `/feed/entry/${name}`).filter(Boolean)).toHaveLength(entries);
		}
		expect(texts(xml, '/feed/updated')[0]).toBe(texts(xml, '/feed/entry/updated')[0]);
		const self = elements.find(({ attributes }) => attributes.rel === 'self');
		expect(self?.attributes.href).toBe(url(`/${path}`));
	}
});

test('each pattern has a feed, and one that was withdrawn keeps its own', async () => {
	const prompt = entry(
		'prompts',
		'ask',
		{ 'catalogue.changes': [change('1.0.0', '2026-11-03')] },
		{ parent: 'triage' },
	);
	const pattern = entry('patterns', 'triage', {
		title: 'Triage',
		changes: [change('1.0.0', '2026-11-02')],
	});
	const made = await feedsOf(pattern, prompt, tombstone);
	expect([...made.keys()].sort()).toEqual([
		'changes.atom',
		'patterns/old.atom',
		'patterns/triage.atom',
	]);
	expect(texts(made.get('changes.atom'), '/feed/entry/title')).toEqual([
		'Old way 1.4.0: withdrawn',
		'ask 1.0.0: new',
		'Triage 1.0.0: new',
	]);
	expect(texts(made.get('patterns/triage.atom'), '/feed/entry/id')).toEqual([
		url('/prompts/ask/#v1.0.0'),
		url('/patterns/triage/#v1.0.0'),
	]);
	expect(texts(made.get('patterns/old.atom'), '/feed/entry/id')).toEqual([
		url('/patterns/old/#withdrawn'),
	]);
});

test('text that others wrote stays text', async () => {
	const hostile = ']]><script>alert("&amp;")</script>';
	const xml = (
		await feedsOf(
			entry('patterns', 'triage', {
				title: hostile,
				changes: [{ ...change('1.0.0', '2026-11-02'), summary: hostile, action: hostile }],
			}),
		)
	).get('patterns/triage.atom');
	expect(read(xml ?? '').map(({ path }) => path)).not.toContain('script');
	const html = ']]&gt;&lt;script&gt;alert("&amp;amp;")&lt;/script&gt;';
	expect(texts(xml, '/feed/entry/title')).toEqual([`${html} 1.0.0: new`]);
	expect(texts(xml, '/feed/entry/summary')[0]).toBe(
		`<p>${html}</p><p><b>What a team must do:</b> ${html}</p>`,
	);
});

test('the feed of everything is capped, at its newest end', async () => {
	const day = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);
	const changes = Array.from({ length: MOST_EVENTS + 5 }, (_, at) =>
		change(`1.${MOST_EVENTS + 4 - at}.0`, day(MOST_EVENTS + 4 - at)),
	);
	const xml = (await feedsOf(entry('patterns', 'triage', { changes }))).get('changes.atom');
	const updated = texts(xml, '/feed/entry/updated');
	expect(updated).toHaveLength(MOST_EVENTS);
	expect(updated[0]).toBe(`${day(MOST_EVENTS + 4)}T00:00:00.000Z`);
});
