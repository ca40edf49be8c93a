import { expect, test } from 'vitest';
import { catalogueOf, entry, soundEntries } from '#tests/support/build.ts';
import { patternDigest } from '../judge/approval/digest.ts';
import { inside } from '../words/phrase.ts';
import { connectorsAnswer, connectorsOf } from './pattern-connectors.ts';
import { evaluationOf } from './pattern-evaluation.ts';
import { patternFacts } from './pattern-facts.ts';
import { headOf } from './pattern-head.ts';
import { gatesOf, peopleOf, rolloutAnswer, skillingAnswer } from './pattern-record.ts';

const pattern = entry('patterns');

test('the digest covers the prompts and cases of the folder and nothing else', () => {
	const prompt = entry('prompts', 'ask', {}, { parent: 'summary' });
	const changed = entry('prompts', 'ask', { version: '1.0.1' }, { parent: 'summary' });
	const elsewhere = entry('prompts', 'other', {}, { parent: 'another' });
	const digest = patternDigest(pattern, catalogueOf(pattern, prompt));
	expect(patternDigest(pattern, catalogueOf(pattern, changed))).not.toBe(digest);
	expect(patternDigest(pattern, catalogueOf(pattern, prompt, elsewhere))).toBe(digest);
});

test('a connector used twice is one row with both accesses', () => {
	const gateway = entry('connectors', 'gateway', { title: 'Gateway', ceiling: 'internal' });
	const [use] = pattern.data.connectors;
	if (!use) throw new Error('The minimal pattern uses a connector.');
	const twice = entry('patterns', 'summary', {
		connectors: [use, { ...use, access: 'read', data: 'confidential' }],
	});
	const rows = connectorsOf(twice, catalogueOf(twice, gateway));
	expect(rows.map(({ uses, fits }) => [uses.length, fits])).toEqual([[2, false]]);
	expect(connectorsAnswer(rows)).toContain('More than the ceiling allows passes through Gateway.');
});

test('without a run the limits stand and nothing is called passed', () => {
	const { answer, rows } = evaluationOf(pattern);
	expect(answer).toBe('No run is recorded. 5 limits stand.');
	expect(rows.every(({ result, state }) => result === undefined && state === undefined)).toBe(true);
});

test('a result outside its limit fails the run', () => {
	const { evaluation } = pattern.data;
	const [limit] = evaluation.limits;
	if (!limit) throw new Error('The minimal pattern has limits.');
	const lastRun = {
		date: '2026-11-01',
		model: 'small',
		modelVersion: 'small-1',
		passed: 8,
		total: 10,
		results: [{ dimension: limit.dimension, value: 80 }],
	};
	const run = entry('patterns', 'summary', { evaluation: { ...evaluation, lastRun } });
	expect(evaluationOf(run)).toMatchObject({ state: 'failed' });
	expect(evaluationOf(run).answer).toContain('8 of 10 cases passed on 1 November 2026');
});

test('no approval is claimed, whatever the status says', () => {
	const stamps = (['draft', 'proposed', 'approved', 'withdrawn'] as const).map((status) => {
		const one = entry('patterns', 'summary', { status });
		return headOf(one, catalogueOf(one)).approval.stamp;
	});
	expect(stamps).toEqual([
		'Not yet proposed',
		'In review: technology must approve',
		'No complete approval is bound to this content',
		'No successor is named',
	]);
});

test('the answer on roll-out counts what stands before the next stage', () => {
	const catalogue = catalogueOf(pattern);
	expect(rolloutAnswer(gatesOf(pattern, catalogue))).toMatch(
		/^At pilot, stage 1 of 5\. .+ before early production; none is recorded as met\.$/,
	);
});

test('the eight rows at a glance lead to sections in their order', async () => {
	const { glance } = await patternFacts(pattern, catalogueOf(...soundEntries()));
	expect(glance.map(({ section }) => section)).toEqual(
		'fit architecture connectors risks controls evaluation metrics used-by'.split(' '),
	);
});

test.each([
	['Model gateway.', 'model gateway'],
	['CRM', 'CRM'],
])('inside a sentence "%s" reads "%s"', (text, words) => {
	expect(inside(text)).toBe(words);
});

const gatewayUse = pattern.data.connectors[0];
const usesOf = (overrides: Partial<NonNullable<typeof gatewayUse>>) => {
	if (!gatewayUse) throw new Error('The minimal pattern uses a connector.');
	const own = entry('patterns', 'summary', { connectors: [{ ...gatewayUse, ...overrides }] });
	const gateway = entry('connectors', 'gateway', {
		auth: { model: 'workload-identity', how: 'The platform gives the identity.' },
	});
	return connectorsOf(own, catalogueOf(own, gateway))[0];
};

test('a use that signs in another way names its own way and the usual one', () => {
	expect(usesOf({})).toMatchObject({ auth: 'Workload identity', authNote: undefined });
	expect(usesOf({ auth: 'static-key', expires: '2027-02-03' })).toMatchObject({
		auth: 'Static key',
		authNote: 'Usual here: Workload identity. Key ends 3 Feb 2027',
	});
});

const [analyst] = pattern.data.people;
const trained = (...days: (string | undefined)[]) => {
	if (!analyst) throw new Error('The minimal pattern changes the work of a role.');
	return entry('patterns', 'summary', {
		people: days.map((date) =>
			date
				? { ...analyst, completed: { date, covers: ['purpose', 'data'], source: 'Course list' } }
				: analyst,
		),
	});
};

test.each([
	[[undefined], 'who has finished is not recorded yet.'],
	[['2026-11-02', undefined], '1 of 2 has finished the training, the last on 2 November 2026.'],
	[['2026-11-09', '2026-11-02'], 'All have finished the training, the last on 9 November 2026.'],
	[['2026-11-02'], 'It has finished the training, the last on 2 November 2026.'],
])('with training finished on %o the answer ends with "%s"', (days, end) => {
	expect(skillingAnswer(trained(...days)).endsWith(end)).toBe(true);
});

test('a role that is trained shows the day, what was covered and where the record is', () => {
	const one = trained('2026-11-02', undefined);
	expect(peopleOf(one, catalogueOf(one)).map(({ finished }) => finished)).toEqual([
		{ day: '2 Nov 2026', covers: 'purpose and data', source: 'Course list' },
		undefined,
	]);
});

test('who decides about a person, and the area of Annex III, stand in the head', () => {
	const plain = headOf(pattern, catalogueOf(pattern));
	expect([plain.rights.length, plain.tier.annexIII]).toEqual([4, undefined]);
	const hiring = entry('patterns', 'summary', {
		decidedBy: 'analyst',
		exposure: { ...pattern.data.exposure, annexIII: 'employment' },
	});
	const analystRole = entry('roles', 'analyst', { title: 'Analyst' });
	const head = headOf(hiring, catalogueOf(hiring, analystRole));
	expect(head.rights.at(-1)).toEqual({
		what: 'Decide about the person',
		team: 'Analyst',
		path: '/roles/analyst/',
	});
	expect(head.tier.annexIII).toBe('Employment and management of workers');
});

test('live use cases are counted in the head, at a glance and in their section', async () => {
	const live = entry('use-cases', 'desk', { liveSince: '2026-11-02' });
	const none = await patternFacts(pattern, catalogueOf(pattern));
	expect([none.head.adoption, none.glance.at(-1)?.text]).toEqual([
		'no live use case recorded',
		'No use case is recorded yet',
	]);
	const page = await patternFacts(pattern, catalogueOf(pattern, live));
	expect([page.head.adoption, page.glance.at(-1)?.text, page.usedBy.total]).toEqual([
		'1 live use case',
		'1 use case stands on it, 1 of them live',
		1,
	]);
});
