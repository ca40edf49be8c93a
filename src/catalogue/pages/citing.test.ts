import { expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { backLinks, citingPatterns, FULL_ROWS, patternRows, usingPatterns } from './citing.ts';
import { answerSentence, answersTo } from './risk.ts';

const leak = entry('risks', 'leak', { title: 'Leak' });
const filter = entry('controls', 'filter', {
	title: 'Filter',
	type: 'preventive',
	mitigates: ['leak'],
});

test('an entry knows what cites it, by collection', () => {
	expect(backLinks(leak, catalogueOf(leak, filter))).toEqual([
		{ label: 'Controls', links: [{ title: 'Filter', path: '/controls/filter/' }] },
	]);
});

test('beyond thirty patterns only names are kept', () => {
	const patterns = Array.from({ length: FULL_ROWS + 2 }, (_, at) =>
		entry('patterns', `p-${at}`, { title: `Pattern ${at}`, models: ['chat'] }),
	);
	const chat = entry('models', 'chat');
	const catalogue = catalogueOf(chat, ...patterns);
	const rows = patternRows(citingPatterns(chat, catalogue), catalogue, () => []);
	expect([rows.total, rows.rows.length, rows.rest.length]).toEqual([FULL_ROWS + 2, FULL_ROWS, 2]);
});

test('a risk says which kind of answer it lacks', () => {
	expect(answerSentence(answersTo(leak, catalogueOf(leak, filter)))).toBe(
		'1 control addresses it: 1 prevent. No detective and no corrective control lists it.',
	);
});

test('only a use that a pattern declares and has in place today counts as one', () => {
	const logging = entry('controls', 'logging');
	const [use] = entry('patterns').data.controls;
	if (!use) throw new Error('the minimal pattern has no control');
	const controls = [{ ...use, control: 'logging' }];
	const waiver = {
		control: 'logging',
		because: 'The log is moved to another system.',
		compensatedBy: 'The office writes the log by hand until then.',
		by: 'Ada Example',
		seat: 'technology' as const,
		granted: '2026-11-01',
		expires: '2026-12-31',
	};
	const link = { collection: 'controls', id: 'logging', line: 1, column: 1 };
	const catalogue = catalogueOf(
		logging,
		entry('patterns', 'uses-it', { controls }),
		entry('patterns', 'only-mentions-it', { controls: [] }, { bodyLinks: [link] }),
		entry('patterns', 'waives-it', { controls, waivers: [waiver] }),
		entry('patterns', 'had-it', { controls, status: 'withdrawn' }),
	);
	expect(usingPatterns(logging, catalogue).map(({ id }) => id)).toEqual(['uses-it']);
});
