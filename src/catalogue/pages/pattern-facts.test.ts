import { describe, expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { about, evaluation, recordFile, training } from '#tests/support/records.ts';
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
	expect(connectorsAnswer(rows)).toContain(
		'Gateway is not cleared for the data this pattern uses.',
	);
});

test('without a run there is no result and no verdict', () => {
	const { answer, rows } = evaluationOf(pattern, catalogueOf(pattern));
	expect(answer).toBe('Not evaluated yet. It must meet 5 limits.');
	expect(rows.every(({ result, state }) => result === undefined && state === undefined)).toBe(true);
});

describe('a run', () => {
	const ask = entry('prompts');
	const seen = (over: Parameters<typeof evaluation>[1], counts?: { k: number; n: number }) => {
		const run = evaluation(about(pattern, ask), over, counts);
		return evaluationOf(
			pattern,
			catalogueOf(pattern, ask, entry('models'), recordFile(pattern, [run])),
		);
	};

	test('says of each limit if it is met, with the cases and the interval behind it', () => {
		const { state, answer, rows } = seen({});
		expect(state).toBe('met');
		expect(answer).toBe(
			'Run 1 of 10 November 2026 on 500 cases, against small 2026-10-01. Limits: 5 met.',
		);
		expect(rows[0]).toMatchObject({ state: 'met', result: '96.0% (480 of 500; 93.9 to 97.4%)' });
	});

	test.each([
		[{ k: 400, n: 500 }, 'not-met', '0 met, 5 not met.'],
		[{ k: 46, n: 50 }, 'not-resolved', '0 met, 5 not resolved.'],
	])('with %o of each is %s', (counts, state, words) => {
		const found = seen({}, counts);
		expect(found.state).toBe(state);
		expect(found.answer.endsWith(words)).toBe(true);
	});

	test('of another model version says nothing of this one', () => {
		const found = seen({ pin: '2026-09-01' });
		expect(found.state).toBeUndefined();
		expect(found.answer).toBe(
			'Run 1 of 10 November 2026 on 500 cases no longer counts: model "small" has changed since. Run the evaluation again.',
		);
	});
});

test('no approval is claimed, whatever the status says', () => {
	const stamps = (['draft', 'proposed', 'approved', 'withdrawn'] as const).map((status) => {
		const one = entry('patterns', 'summary', { status });
		return headOf(one, catalogueOf(one)).approval.stamp;
	});
	expect(stamps).toEqual([
		'Not yet proposed',
		'In review: technology must approve',
		'Not approved yet',
		'There is no successor',
	]);
});

test('the answer on roll-out counts what must be met before the next stage', () => {
	const catalogue = catalogueOf(pattern);
	expect(rolloutAnswer(gatesOf(pattern, catalogue))).toMatch(
		/^At pilot, stage 1 of 5\. .+ to meet before early production; none met yet\.$/,
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
	const one = entry('patterns', 'summary', {
		people: days.map((_, at) => ({ ...analyst, role: `role-${at}` })),
	});
	const records = days.flatMap((on, at) =>
		on ? [training(about(one), { on, role: `role-${at}`, covers: ['purpose', 'data'] })] : [],
	);
	const files = records.length > 0 ? [recordFile(one, records)] : [];
	return { one, catalogue: catalogueOf(one, ...files) };
};

test.each([
	[[undefined], 'who has finished is not recorded yet.'],
	[['2026-11-02', undefined], '1 of 2 has finished the training, the last on 2 November 2026.'],
	[['2026-11-09', '2026-11-02'], 'All have finished the training, the last on 9 November 2026.'],
	[['2026-11-02'], 'The role has finished the training, the last on 2 November 2026.'],
])('with training finished on %o the answer ends with "%s"', (days, end) => {
	const { one, catalogue } = trained(...days);
	expect(skillingAnswer(one, catalogue).endsWith(end)).toBe(true);
});

test('a role that is trained shows the day, what was covered and where the record is', () => {
	const { one, catalogue } = trained('2026-11-02', undefined);
	expect(peopleOf(one, catalogue).map(({ finished }) => finished)).toEqual([
		{ day: '2 Nov 2026', covers: 'purpose and data', source: 'Report of the office' },
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

test('live use cases are counted in the record and in their section', async () => {
	const live = entry('use-cases', 'desk', { state: 'live', liveSince: '2026-11-02' });
	const none = await patternFacts(pattern, catalogueOf(pattern));
	expect([none.head.adoption, none.usedBy.answer]).toEqual([
		'No live use cases recorded',
		'No use cases yet.',
	]);
	const page = await patternFacts(pattern, catalogueOf(pattern, live));
	expect([page.head.adoption, page.usedBy.answer, page.usedBy.total]).toEqual([
		'Live use cases: 1, at its own stage',
		'1 use case, and it is live.',
		1,
	]);
});
