import { describe, expect, test } from 'vitest';
import { type Candidate, type Filters, rank } from './search.ts';

const line = (id: string, title: string, rest: Partial<Candidate> = {}): Candidate => ({
	collection: 'patterns',
	id,
	title,
	summary: '',
	aliases: [],
	facets: { type: ['pattern'] },
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
const ids = (query: string, filters: Filters = {}, from = all) =>
	rank(from, query, filters).found.map(({ id }) => id);

describe('words', () => {
	test('an exact name comes first, whatever else holds its words', () => {
		const about = line('about', 'About case triage and case triage teams');
		expect(ids('case triage', {}, [about, triage])[0]).toBe('case-triage');
	});

	test('an alias is a name', () => expect(ids('ticket sorting')[0]).toBe('request-routing'));

	test('a title counts more than a summary', () => {
		const other = line('a', 'Something else', { summary: 'With triage in it.' });
		expect(ids('triage', {}, [other, triage])).toEqual(['case-triage', 'a']);
	});

	test('a word is found in another form of it', () =>
		expect(ids('sorting case')).toEqual(['case-triage', 'request-routing']));

	test('small words do not count', () =>
		expect(ids('how do I do the injection')).toEqual(['injection-filter']));

	test('one word of three is shown only where nothing has more', () => {
		expect(ids('injection of glucose fluids')).toEqual(['injection-filter']);
		expect(ids('support case injection')).toEqual(['case-triage']);
	});

	test('a typing error is answered with what was meant', () =>
		expect(rank(all, 'injektion', {})).toEqual({ found: [], meant: 'injection' }));

	test('nothing asked lists everything, patterns first', () =>
		expect(ids('')).toEqual(['case-triage', 'request-routing', 'injection-filter']));
});

describe('facets', () => {
	test('of one value take any of those chosen', () =>
		expect(ids('', { tier: ['low', 'medium'] })).toEqual(['case-triage', 'request-routing']));

	test('of several values take only what has all', () =>
		expect(ids('', { technique: ['classification', 'extraction'] })).toEqual(['case-triage']));

	test('leave out what does not have the facet', () =>
		expect(ids('injection', { tier: ['low'] })).toEqual([]));

	test('a name that every object inherits is no facet', () =>
		expect(ids('', { constructor: ['x'] })).toEqual([]));
});

test('of equals, what needs care comes last', () => {
	const old = line('a-old', 'A triage', { facets: { status: ['deprecated'] } });
	const fresh = line('b-new', 'B triage', { facets: { status: ['approved'] } });
	expect(ids('triage', {}, [old, fresh])).toEqual(['b-new', 'a-old']);
});
