import { describe, expect, test } from 'vitest';
import { collections } from '#schemas/index.ts';
import { finderOf } from '../pages/search/ask.ts';
import { indexFiles } from '../pages/search/files.ts';
import { type Candidate, type Filters, rank } from './search.ts';

const line = (id: string, title: string, rest: Partial<Candidate> = {}): Candidate => ({
	collection: 'patterns',
	id,
	title,
	summary: '',
	aliases: [],
	facets: { type: ['pattern'] },
	digest: '',
	page: '',
	json: '',
	...rest,
});
const triage = line('case-triage', 'Case triage', {
	summary: 'Sorts incoming support cases.',
	facets: { tier: ['medium'], technique: ['classification', 'extraction'], status: ['approved'] },
});
const routing = line('request-routing', 'Request routing', {
	summary: 'Sends each request to the right team.',
	aliases: ['ticket sorting'],
	facets: { tier: ['low'], technique: ['classification'], status: ['approved'] },
});
const filter = line('injection-filter', 'Prompt injection filter', { collection: 'controls' });
const all = [filter, routing, triage];

/** The engine over the same lines. */
function finderOver(lines: readonly Candidate[]) {
	const pages = lines.map(({ collection, id, title, summary, aliases }) => ({
		path: `/${collection}/${id}/`,
		kind: collections[collection].singular,
		title,
		summary,
		aliases,
		task: '',
		text: '',
	}));
	const files = indexFiles(pages, { synonyms: { same: [], means: [] }, kinds: [] });
	return finderOf(async (name) => files.get(name) ?? new Uint8Array());
}
const ask = (query: string, filters: Filters = {}, from = all) =>
	rank(from, query, filters, finderOver(from));
const ids = async (query: string, filters: Filters = {}, from = all) =>
	(await ask(query, filters, from)).found.map(({ id }) => id);

describe('words', () => {
	test('a question in plain words finds the entry that answers it', async () =>
		expect((await ids('who sorts a support case'))[0]).toBe('case-triage'));

	test('an alias is a name', async () =>
		expect((await ids('ticket sorting'))[0]).toBe('request-routing'));

	test('where nothing answers, the nearest are given apart', async () => {
		const { found, near } = await ask('injection of glucose fluids into veins');
		expect(found).toEqual([]);
		expect(near.map(({ id }) => id)).toEqual(['injection-filter']);
	});

	test('words that nothing has are named', async () =>
		expect((await ask('xyzzy')).unknown).toEqual(['xyzzy']));

	test('nothing asked lists everything, patterns first', async () =>
		expect(await ids('')).toEqual(['case-triage', 'request-routing', 'injection-filter']));
});

describe('facets', () => {
	test('of one value take any of those chosen', async () =>
		expect(await ids('', { tier: ['low', 'medium'] })).toEqual(['case-triage', 'request-routing']));

	test('of several values take only what has all', async () =>
		expect(await ids('', { technique: ['classification', 'extraction'] })).toEqual([
			'case-triage',
		]));

	test('leave out what does not have the facet', async () =>
		expect(await ids('injection', { tier: ['low'] })).toEqual([]));

	test('a name that every object inherits is no facet', async () =>
		expect(await ids('', { constructor: ['x'] })).toEqual([]));
});

test('of equals, what needs care comes last', async () => {
	const old = line('a-old', 'A triage', { facets: { status: ['deprecated'] } });
	const fresh = line('b-new', 'B triage', { facets: { status: ['approved'] } });
	expect(await ids('', {}, [old, fresh])).toEqual(['b-new', 'a-old']);
});
