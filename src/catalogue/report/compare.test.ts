import { describe, expect, test } from 'vitest';
import type { Entry } from '#catalogue/model/catalogue.ts';
import type { CollectionName, DataOf } from '#schemas/index.ts';
import { catalogueOf, entry, soundEntries } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { approvalEntry, council, sol } from '#tests/support/signer.ts';
import { compareCatalogues } from './compare.ts';

const finding = {
	file: 'patterns/summary/pattern.mdx',
	line: 3,
	column: 1,
	severity: 'error' as const,
	rule: 'some-rule',
	message: 'something is wrong.',
	fix: 'Put it right.',
};

/** The sound entries with some replaced by collection and id, some added, some taken away. */
function entriesWith(changed: readonly Entry[], gone: readonly string[] = []): Entry[] {
	const key = ({ collection, id }: Entry) => `${collection}/${id}`;
	const replaced = new Set([...changed.map(key), ...gone]);
	return [...soundEntries().filter((one) => !replaced.has(key(one))), ...changed];
}

const loaded = (entries: readonly Entry[], findings: (typeof finding)[] = []) => ({
	catalogue: catalogueOf(...entries),
	findings,
});

const between = (before: readonly Entry[], after: readonly Entry[]) =>
	compareCatalogues({ base: loaded(before), head: loaded(after), older: new Map() });

/** The changes of the one entry that changed, each with its impact. */
async function changesTo<Name extends CollectionName>(
	name: Name,
	before: Partial<DataOf<Name>>,
	after: Partial<DataOf<Name>>,
): Promise<string[]> {
	const one = (data: typeof before) => entriesWith([entry(name, undefined, data)]);
	const { entries } = await between(one(before), one(after));
	return entries.flatMap(({ changes }) => changes.map(({ text, impact }) => `${impact}: ${text}`));
}

const pattern = minimal.patterns();
const [use] = pattern.connectors;
const [firstMetric, ...otherMetrics] = pattern.metrics;
const [firstControl] = pattern.controls;
if (!use || !firstMetric || !firstControl) throw new Error('the minimal pattern has one of each');

const approvedBySecurity = (_: Entry<'patterns'>, among: readonly Entry[]) =>
	approvalEntry(sol, 'security', 'patterns/summary', catalogueOf(...among, council), {
		date: '2026-11-20',
	});

describe('two equal catalogues', () => {
	test('have nothing to report', async () => {
		const report = await between(soundEntries(), soundEntries());
		expect(report.summary).toBe('No entry changes in meaning.');
		expect(report).toMatchObject({ entries: [], attention: [], approvers: [], moved: [] });
	});

	test('of which one is laid out otherwise differ in nothing but form', async () => {
		const risk = entry('risks');
		const moved = { ...risk, source: risk.source.replace('title:', '# a comment\ntitle:') };
		const report = await between(soundEntries(), entriesWith([moved]));
		expect(report.summary).toBe(
			'No entry changes in meaning; only formatting, order or comments changed in 1 file.',
		);
		expect(report.moved).toEqual(['content/risks/leak.mdx']);
	});

	test('of which one has a list in another order differ in nothing but form', async () => {
		const risk = (causes: string[]) => entriesWith([entry('risks', 'leak', { causes })]);
		const [one, two] = ['A first cause of it.', 'A second cause of it.'];
		const report = await between(risk([one, two]), risk([two, one]));
		expect(report.entries).toEqual([]);
		expect(report.moved).toEqual(['content/risks/leak.mdx']);
	});
});

describe('a pattern', () => {
	test('whose exposure raises the tier says so with the reason, and is breaking', async () => {
		const exposure = { ...pattern.exposure, data: 'confidential' as const };
		expect(await changesTo('patterns', {}, { exposure })).toEqual([
			'major: Risk tier: low → medium, because: Its data is confidential.',
			'minor: Exposure, data: Internal → Confidential',
		]);
	});

	test('with a stricter target names the metric and both values', async () => {
		const metrics = [{ ...firstMetric, target: { atLeast: 95 } }, ...otherMetrics];
		expect(await changesTo('patterns', {}, { metrics })).toEqual([
			'minor: Target of an entry: 90 or more → 95 or more',
		]);
	});

	test('with one more control is breaking, with one less it is not', async () => {
		const more = [firstControl, { ...firstControl, control: 'second' }];
		const added = `Control added: second (codified in configuration): ${firstControl.how}`;
		expect(await changesTo('patterns', {}, { controls: more })).toEqual([`major: ${added}`]);
		expect(await changesTo('patterns', { controls: more }, {})).toEqual([
			'minor: Control removed: second',
		]);
	});

	test.each([
		['read', 'write', 'minor: Access to an entry: Read → Write'],
		['write', 'write-approved', 'major: Access to an entry: Write → Write after approval'],
	] as const)('whose access goes from %s to %s', async (from, to, said) => {
		const through = (access: typeof from | typeof to) => ({ connectors: [{ ...use, access }] });
		expect(await changesTo('patterns', through(from), through(to))).toEqual([said]);
	});

	test('through which a higher class of data may pass, or a lower', async () => {
		const carrying = (data: typeof use.data) => ({ connectors: [{ ...use, data }] });
		expect(await changesTo('patterns', carrying('public'), carrying('internal'))).toEqual([
			'minor: Data class of an entry: Public → Internal',
		]);
		expect(await changesTo('patterns', carrying('internal'), carrying('public'))).toEqual([
			'major: Data class of an entry: Internal → Public',
		]);
	});

	test('that prefers another model first says the order', async () => {
		expect(
			await changesTo('patterns', { models: ['small', 'big'] }, { models: ['big', 'small'] }),
		).toEqual(['minor: Models, order: big, An entry']);
	});

	test('that moves to another stage or status says both', async () => {
		const later = { stage: 'early-production', status: 'deprecated' } as const;
		expect(await changesTo('patterns', { stage: 'pilot', status: 'approved' }, later)).toEqual([
			'major: Status: Approved → Deprecated',
			'minor: Stage of the pattern: Pilot → Early production',
		]);
	});

	test('that is waived a control says who loses and until when', async () => {
		const waiver = {
			control: 'logging',
			because: 'The trace store is being moved this month.',
			compensatedBy: 'A person keeps a list by hand.',
			by: 'A. Person',
			seat: 'security' as const,
			granted: '2026-11-01',
			expires: '2026-12-01',
		};
		const [said] = await changesTo('patterns', {}, { waivers: [waiver] });
		expect(said).toMatch(/^minor: Waiver added: An entry .*The trace store/);
		expect(
			await changesTo(
				'patterns',
				{ waivers: [waiver] },
				{ waivers: [{ ...waiver, expires: '2026-12-24' }] },
			),
		).toEqual(['minor: Last day an entry is waived: 1 December 2026 → 24 December 2026']);
		expect(said).toContain('seat Security');
		const attention = async (before: object, after: object) => {
			const one = (data: object) => entriesWith([entry('patterns', 'summary', data)]);
			const report = await between(one(before), one(after));
			return report.attention.filter((line) => line.includes('waived'));
		};
		const until = 'Pattern Summary: control An entry is waived until 1 December 2026';
		const because = waiver.because;
		expect(await attention({}, { waivers: [waiver] })).toEqual([
			`${until} in the seat Security: ${because}`,
		]);
		expect(await attention({}, { waivers: [waiver], controls: [] })).toEqual([
			`${until} in the seat Security and removed: ${because}`,
		]);
		expect(
			await attention({ waivers: [waiver] }, { waivers: [waiver], title: 'Summary 2' }),
		).toEqual([]);
	});
});

describe('approvals', () => {
	test('that are new are named with seat, person and day', async () => {
		const record = approvedBySecurity(entry('patterns'), soundEntries());
		const { entries } = await between(entriesWith([council]), entriesWith([council, record]));
		expect(entries.map(({ changes }) => changes.map(({ text }) => text))).toEqual([
			['Approved in the seat Security by Sol Security on 20 November 2026 for version 1.0.0'],
		]);
		expect(entries[0]?.impact).toBeUndefined();
	});

	test('are lost when a byte of the folder changes, even in a prompt', async () => {
		const record = approvedBySecurity(entry('patterns'), soundEntries());
		const base = entriesWith([council, record]);
		const cases = entry('cases', 'ask', { cases: minimal.cases().cases.slice(0, 1) });
		const { entries, attention } = await between(base, entriesWith([council, record, cases]));
		expect(entries.map(({ id }) => id)).toEqual(['summary', 'ask']);
		expect(attention).toEqual([
			'Pattern Summary: approval lost: the content is no longer what the seats of Security approved; changed: prompts/ask.cases.yaml',
		]);
	});
});

describe('a prompt', () => {
	const schema = { question: 'string, what is asked' };
	const note = minimal.prompts()['catalogue.variables'].question;
	if (!note) throw new Error('the minimal prompt has the variable');
	const taking = (schemas: Record<string, string>) => ({
		input: { schema: schemas },
		'catalogue.variables': Object.fromEntries(
			Object.keys(schemas).map((name) => [name.replace(/\?.*/, ''), note]),
		),
	});
	const giving = (fields: Record<string, unknown>) => ({
		output: { format: 'json' as const, schema: fields },
	});

	test.each([
		[
			'without a variable',
			taking({ ...schema, more: 'string' }),
			taking(schema),
			['major: Variable removed: more'],
		],
		[
			'with a variable that must be filled',
			taking(schema),
			taking({ ...schema, more: 'string' }),
			['major: Variable added: more (text, required)'],
		],
		[
			'with one that can be left out',
			taking(schema),
			taking({ ...schema, 'more?': 'string' }),
			['minor: Variable added: more (text, optional)'],
		],
		[
			'without a field of the answer',
			giving({ a: 'string', b: 'string' }),
			giving({ a: 'string' }),
			['major: Answer field removed: b'],
		],
		[
			'with a field more',
			giving({ a: 'string' }),
			giving({ a: 'string', b: 'number' }),
			['minor: Answer field added: b (number, required)'],
		],
		[
			'with a value that code does not know',
			giving({ 'a(enum)': ['x'] }),
			giving({ 'a(enum)': ['x', 'y'] }),
			['major: Answer field a can now be y'],
		],
		[
			'with a field of another type',
			giving({ a: 'string' }),
			giving({ a: 'number' }),
			['major: Answer field a: text → number'],
		],
	])('%s', async (_, before, after, said) => {
		expect(await changesTo('prompts', before, after)).toEqual(said);
	});

	test('shows the words that changed in its text', async () => {
		const with_ = (body: string) => entriesWith([entry('prompts', 'ask', {}, { body })]);
		const [one, two] = ['Answer in one short sentence.', 'Answer in one long sentence.'];
		const { entries } = await between(with_(one), with_(two));
		expect(entries[0]?.changes).toMatchObject([
			{ text: 'Prompt text changed', hunks: [{ before: one, after: two }] },
		]);
	});

	test('tells its cases with it, and no version has to declare them', async () => {
		const cases = minimal.cases().cases;
		const fewer = entry('cases', 'ask', { cases: cases.slice(0, 1) });
		const { entries } = await between(soundEntries(), entriesWith([fewer]));
		expect(entries.map(({ id, changes }) => [id, changes.map(({ text }) => text)])).toEqual([
			['ask', ['Case removed: “The edge case”']],
		]);
		expect(entries[0]?.impact).toBeUndefined();
	});

	test('whose released text changes breaks a promise', async () => {
		const changed = entry('releases', 'ask@0.9.0', {
			description: 'Answers in two sentences now.',
		});
		const { entries } = await between(soundEntries(), entriesWith([changed]));
		expect(entries[0]?.changes).toMatchObject([
			{ text: 'Released text 0.9.0 is changed', impact: 'major' },
		]);
	});
});

describe('the declared impact', () => {
	const exposure = { ...pattern.exposure, data: 'confidential' as const };
	const declaring = (version: string) =>
		entriesWith([entry('patterns', 'summary', { exposure, version })]);

	test.each([
		['1.0.0', undefined, true],
		['1.0.1', 'patch', true],
		['1.1.0', 'minor', true],
		['2.0.0', 'major', false],
	] as const)('of a breaking change raised to %s', async (version, declared, tooLow) => {
		const { entries } = await between(soundEntries(), declaring(version));
		expect(entries[0]?.impact).toMatchObject({ amounts: 'major', tooLow });
		expect(entries[0]?.impact?.declared).toBe(declared);
	});

	test('says nothing of a draft, on which nobody builds', async () => {
		const draft = (data: object) =>
			entriesWith([entry('patterns', 'summary', { status: 'draft', ...data })]);
		const { entries } = await between(draft({}), draft({ exposure }));
		expect(entries[0]?.changes.length).toBeGreaterThan(0);
		expect(entries[0]?.impact).toBeUndefined();
	});
});

describe('the policy', () => {
	test('names the patterns whose tier, controls and seats it moves', async () => {
		const policy = minimal.policy();
		const stricter = entry('policy', 'policy', {
			tiers: [
				{ tier: 'high', when: { data: ['internal'] }, because: 'Its data is internal.' },
				...policy.tiers,
			],
			baselines: { low: ['logging'], medium: [], high: ['second'] },
			approval: {
				...policy.approval,
				seats: { ...policy.approval.seats, high: ['technology', 'legal'] },
			},
		});
		const { entries } = await between(soundEntries(), entriesWith([stricter]));
		expect(entries[0]?.facts).toEqual([
			'Summary: tier low → high; must now have second (missing); seats Technology → Technology and Legal',
		]);
		expect(entries[0]?.changes.map(({ text }) => text)).toEqual([
			'Tier added: “Its data is internal.” (tier high)',
			'Required control at high tier added: second',
			'Seat at high tier added: Legal',
		]);
	});
});

describe('an entry that comes or goes', () => {
	const spare = entry('risks', 'spare', { title: 'Spare risk' });

	test('is new', async () => {
		const { entries, summary } = await between(soundEntries(), entriesWith([spare]));
		expect(summary).toBe('This adds 1 risk.');
		expect(entries).toMatchObject([{ kind: 'new', title: 'Spare risk', id: 'spare' }]);
	});

	test('is removed when nothing says why', async () => {
		const { entries, attention } = await between(entriesWith([spare]), soundEntries());
		expect(entries).toMatchObject([{ kind: 'removed', title: 'Spare risk' }]);
		expect(attention).toEqual(['Risk Spare risk is removed']);
	});

	test('is withdrawn when a tombstone says why and what to take', async () => {
		const stone = entry('withdrawn', 'risks.spare', { successor: 'leak' });
		const { entries, attention } = await between(entriesWith([spare]), entriesWith([stone]));
		expect(attention).toEqual([]);
		expect(entries).toMatchObject([
			{
				kind: 'withdrawn',
				facts: ['Withdrawn on 1 November 2026: It was the same as another one.', 'Move to leak'],
			},
		]);
	});
});

describe('who must agree', () => {
	test('the owner, and each seat of the tier with its team, for a pattern whose folder changed', async () => {
		const cases = entry('cases', 'ask', { cases: minimal.cases().cases.slice(0, 1) });
		const { approvers } = await between(soundEntries(), entriesWith([cases]));
		expect(approvers).toEqual([
			{ role: 'Owner', team: 'Office', contact: '#office', entries: ['Summary'] },
			{ role: 'Seat Technology', team: 'Office', contact: '#office', entries: ['Summary'] },
		]);
	});

	test('not a seat that signed this content, and the pattern says who did', async () => {
		const cases = entry('cases', 'ask', { cases: minimal.cases().cases.slice(0, 1) });
		const { approval } = minimal.policy();
		const seats = { ...approval.seats, low: ['security' as const, 'technology' as const] };
		const policy = entry('policy', 'policy', {
			approval: { ...approval, seats },
		});
		const now = entriesWith([policy, cases]);
		const record = approvedBySecurity(entry('patterns'), now);
		const { approvers, signatures } = await between(
			entriesWith([policy, council]),
			entriesWith([policy, council, cases, record]),
		);
		expect(approvers.map(({ role }) => role)).toEqual(['Owner', 'Seat Technology']);
		expect(signatures).toEqual([
			`Summary (${pattern.status}): signed by Security; still to sign: Technology`,
		]);
	});

	test.each([
		['proposed', 'Fresh (new, proposed): signed by no seat yet; still to sign: Technology'],
		['draft', 'Fresh (new, draft): no seat signs a draft'],
	] as const)('a new pattern says that it is %s', async (status, said) => {
		const fresh = entry('patterns', 'fresh', { title: 'Fresh', status });
		expect((await between(soundEntries(), entriesWith([fresh]))).signatures).toEqual([said]);
	});

	test('the owner of an untouched entry that a withdrawal leaves with a finding', async () => {
		const spare = entry('risks', 'spare');
		const leaving = (...more: Entry[]) =>
			compareCatalogues({
				base: loaded(entriesWith([spare])),
				head: loaded(entriesWith(more), [finding]),
				older: new Map(),
			});
		const acting = ({ approvers }: Awaited<ReturnType<typeof leaving>>) =>
			approvers.filter(({ role }) => role === 'Owner who must act');
		expect(acting(await leaving(entry('withdrawn', 'risks.spare')))).toMatchObject([
			{ team: 'Office', entries: ['Summary'] },
		]);
		expect(acting(await leaving(spare))).toEqual([]);
	});

	test('both owners where the owner changes', async () => {
		const { approvers } = await between(
			soundEntries(),
			entriesWith([entry('risks', 'leak', { owner: 'other' })]),
		);
		expect(approvers.map(({ team }) => team)).toEqual(['Office', 'other']);
	});
});

describe('findings', () => {
	const same = { ...finding, line: 40 };
	const other = { ...finding, message: 'another thing is wrong.' };

	test('are new or gone by what they say, not by their line', async () => {
		const entries = soundEntries();
		const { findings, summary } = await compareCatalogues({
			base: loaded(entries, [finding, other]),
			head: loaded(entries, [same, { ...other, rule: 'new-rule' }]),
			older: new Map(),
		});
		expect(findings.appeared.map(({ rule }) => rule)).toEqual(['new-rule']);
		expect(findings.fixed).toEqual([other]);
		expect(summary).toBe('No entry changes in meaning; 1 new error to fix.');
	});

	test('of a second kind that was there once are new once', async () => {
		const entries = soundEntries();
		const { findings } = await compareCatalogues({
			base: loaded(entries, [finding]),
			head: loaded(entries, [finding, same]),
			older: new Map(),
		});
		expect(findings.appeared).toEqual([same]);
	});
});

test('an entry that can no longer be read is not called removed', async () => {
	const entries = soundEntries().filter(({ collection }) => collection !== 'roles');
	const broken = { ...finding, file: 'content/roles/analyst.mdx' };
	const report = await compareCatalogues({
		base: loaded(soundEntries()),
		head: loaded(entries, [broken]),
		older: new Map(),
	});
	expect(report.entries).toEqual([]);
	expect(report.unread.head).toEqual(['content/roles/analyst.mdx']);
	expect(report.attention).toContain('1 file cannot be read: content/roles/analyst.mdx');
});

test('a new pattern says its tier with the reason, what it connects to, its targets, limits and remaining risks', async () => {
	const exposure = { ...pattern.exposure, data: 'confidential' as const };
	const fresh = entry('patterns', 'fresh', { title: 'Fresh', exposure });
	const { entries } = await between(soundEntries(), entriesWith([fresh]));
	expect(entries[0]?.facts).toEqual([
		'A pattern made for a test, and nothing more.',
		'Risk tier medium, because: Its data is confidential.',
		expect.stringContaining('Stage pilot, with 1 control against 1 risk'),
		'Connectors: An entry',
		'Models: An entry',
		...Array.from({ length: 5 }, () => 'Target for an entry: 90% or more'),
		...['factuality', 'relevance', 'safety', 'tone', 'task success'].map(
			(dimension) => `Release limit for ${dimension} (good answers): 90% or more`,
		),
		'Remaining risk of an entry: none stated',
	]);
});

test('a demand of a control that is reworded goes by its name', async () => {
	const { demands } = minimal.controls();
	const [first, ...rest] = demands;
	if (!first) throw new Error('the minimal control has a demand');
	const text = 'Another sentence that is long enough, and then some more words in it.';
	expect(await changesTo('controls', {}, { demands: [{ ...first, text }, ...rest] })).toEqual([
		expect.stringContaining('minor: Demand “First”'),
	]);
});
