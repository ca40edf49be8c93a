import { describe, expect, test } from 'vitest';
import { find, indexPages, type SearchPage } from './find.ts';
import { type Lexical, lexiconOf, readQuestion } from './reading.ts';

const page = (path: string, title: string, rest: Partial<SearchPage> = {}): SearchPage => ({
	path,
	kind: 'pattern',
	title,
	aliases: [],
	summary: '',
	task: '',
	text: '',
	...rest,
});
const triage = page('/patterns/triage/', 'Case triage', {
	summary: 'Gives each support case a queue and a priority.',
	task: 'Customers write to one inbox.',
});
const routing = page('/patterns/routing/', 'Request routing', {
	aliases: ['ticket dispatch'],
	summary: 'Sends each request to the right team.',
});
const filter = page('/controls/filter/', 'Prompt injection filter', {
	kind: 'control',
	summary: 'Blocks hidden instructions.',
	text: 'A case with an attack is held.',
});
const NONE: Lexical = { same: [], means: [] };

const ask = (
	question: string,
	synonyms: Partial<Lexical> = {},
	pages = [triage, routing, filter],
) => find(indexPages(pages), readQuestion(question, lexiconOf({ ...NONE, ...synonyms })));
const paths = (...question: Parameters<typeof ask>) =>
	ask(...question).found.map(({ path }) => path);

describe('ranking', () => {
	test('one word of a sentence is enough to be found', () =>
		expect(paths('please sort my case')).toContain('/patterns/triage/'));

	test('a title counts more than a summary, and a summary more than the text', () => {
		const inSummary = page('/a/', 'One', { summary: 'About triage.' });
		const inText = page('/b/', 'Two', { text: 'About triage.' });
		expect(paths('triage', {}, [inText, inSummary, triage])[0]).toBe('/patterns/triage/');
		const { found, near } = ask('triage', {}, [inText, inSummary, triage]);
		expect([...found, ...near].at(-1)?.path).toBe('/b/');
	});

	test('another name is as good as a title', () =>
		expect(paths('ticket dispatch')[0]).toBe('/patterns/routing/'));

	test('a question that a page answers counts more than words of another page', () => {
		const uptime = page('/metrics/uptime/', 'Availability', {
			kind: 'metric',
			asked: ['how often is it down', 'outages'],
		});
		const other = page('/b/', 'Stairs', { summary: 'Written down.', text: 'Up and down.' });
		expect(paths('how often is it down', {}, [other, uptime])[0]).toBe('/metrics/uptime/');
	});

	test('a page that answers more of the question comes first', () =>
		expect(paths('support case queue priority')[0]).toBe('/patterns/triage/'));

	test('a whole name comes before pages that only contain it', () => {
		const about = page('/about/', 'About case triage and case triage teams');
		expect(paths('case triage', {}, [about, triage])[0]).toBe('/patterns/triage/');
	});

	test('another form of a word is the same word', () =>
		expect(paths('routes requests')[0]).toBe('/patterns/routing/'));

	test('a typing slip is read as the word that was meant', () =>
		expect(paths('promt injecton')[0]).toBe('/controls/filter/'));

	test('common words do not count', () =>
		expect(paths('how do I use the filter')).toEqual(['/controls/filter/']));
});

describe('other words', () => {
	test('a group of words that mean the same finds all of them', () =>
		expect(paths('email', { same: [['email', 'inbox']] })).toEqual(['/patterns/triage/']));

	test('a phrase leads one way to the words of the catalogue', () => {
		const means = [{ typed: ['help desk'], finds: ['request routing'] }];
		expect(paths('our help desk', { means })[0]).toBe('/patterns/routing/');
		expect(paths('request', { means })).toEqual(['/patterns/routing/']);
	});

	test('the word that was typed counts more than another word for it', () => {
		const typed = page('/typed/', 'Email rules');
		const other = page('/other/', 'Inbox rules');
		expect(paths('email', { same: [['email', 'inbox']] }, [other, typed])[0]).toBe('/typed/');
	});
});

describe('no answer', () => {
	test('words that no page has are named, and nothing is suggested', () =>
		expect(ask('predict sensor failures')).toEqual({
			found: [],
			near: [],
			unknown: ['predict', 'sensor', 'failures'],
		}));

	test('a page that shares little is near, not found', () => {
		const { found, near } = ask('predict machine failures from a case of sensors', {}, [
			filter,
			routing,
		]);
		expect(found).toEqual([]);
		expect(near.map(({ path }) => path)).toEqual(['/controls/filter/']);
	});

	test('a question without words has no answer', () =>
		expect(ask(' ?! ')).toEqual({ found: [], near: [], unknown: [] }));

	test('a very long question is read in part', () =>
		expect(paths(`${'triage '.repeat(2000)}`)[0]).toBe('/patterns/triage/'));
});
