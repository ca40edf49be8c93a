import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthsSince } from './find-sources.ts';
import { closenessOf } from './rank.ts';
import { article, document, GOOD, models, type Stage, SUPPORTED, staged } from './testing.ts';

const SECRET = 'Project Larkfield';
const secret = (more: object = {}) =>
	article({
		title: `Loan of a laptop in ${SECRET}`,
		text: `${SECRET}: a laptop on loan.`,
		...more,
	});

/** What the model was given, by the ids in the first prompt. */
async function given(options: Stage) {
	const gateway = models([GOOD], [SUPPORTED]);
	const stage = await staged({ gateway, ...options });
	const answered = await stage.ask();
	const sent = gateway.writer.calls[0]?.messages.find(({ role }) => role === 'user')?.content ?? '';
	const ids = [...sent.matchAll(/<source>\nId: ([^\n]*)/g)].map(([, id]) => id);
	const kept = [sent, ...stage.lines, ...stage.prompts, JSON.stringify(answered)].join('\n');
	return { ids, kept, stage, answered };
}

test('source-permissions: the search returns what the reader may open, before it ranks', async () => {
	const near = Object.fromEntries(
		Array.from({ length: 25 }, (_, index) => [`P${index}`, secret({ readers: ['board-office'] })]),
	);
	const { ids, kept } = await given({ articles: { ...near, K1: article() } });
	assert.deepEqual(ids, ['K1']);
	assert.ok(!kept.includes(SECRET) && !kept.includes('P1"'));
});

test('source-permissions: what the index still shows and the store does not is left out', async () => {
	const lagging = secret({ readers: ['board-office'], indexedReaders: ['all-staff'] });
	const { ids, kept, answered } = await given({ articles: { K1: article(), K2: lagging } });
	assert.deepEqual(ids, ['K1']);
	assert.ok(!kept.includes(SECRET));
	assert.ok(!JSON.stringify([answered.brief, answered.sources]).includes('K2'));
});

test('source-permissions: a linked document is asked about like an article', async () => {
	const { ids, kept } = await given({
		articles: { K1: article({ links: ['D1', 'D2'] }) },
		documents: {
			D1: document({ readers: ['board-office'], indexedReaders: ['all-staff'], text: SECRET }),
			D2: document(),
		},
	});
	assert.deepEqual(ids, ['D2', 'K1']);
	assert.ok(!kept.includes(SECRET));
});

test('source-permissions: a store that does not answer about a right has not given one', async () => {
	const gateway = models([GOOD], [SUPPORTED]);
	const stage = await staged({ gateway, wait: async () => undefined });
	stage.articles.mayOpen = () => new Promise(() => {});
	assert.equal((await stage.ask()).run.reason, 'nothing-found');
	assert.equal(gateway.calls().length, 0);
});

test('source-permissions: nothing is kept from one reader for the next', async () => {
	const groups = {
		'reader-01': ['staff-readers', 'all-staff'],
		'reader-02': ['staff-readers', 'people-team'],
	};
	const articles = { K1: article({ readers: ['people-team'] }) };
	const { ask } = await staged({ groups, articles });
	assert.equal((await ask({ by: 'reader-02' })).run.ending, 'applied');
	assert.equal((await ask()).run.reason, 'nothing-found');
	assert.equal((await ask({ by: 'reader-02' })).run.ending, 'applied');
});

test('source-permissions: a question in the name of the service is not searched', async () => {
	const groups = { 'brief-worker': ['staff-readers', 'all-staff'] };
	const { ask, audited } = await staged({ groups });
	assert.equal((await ask({ by: 'brief-worker' })).run.reason, 'no-asker');
	assert.deepEqual(audited('touch'), []);
});

test('source-permissions: a right that was removed after the last question is missing at the next', async () => {
	const { ask, articles } = await staged();
	assert.equal((await ask()).run.ending, 'applied');
	articles.setReaders('K1', ['board-office']);
	assert.equal((await ask()).run.reason, 'nothing-found');
});

test('source-permissions: each read names the reader and never the service as its person', async () => {
	const { stage } = await given({});
	const touches = stage.audited('touch');
	assert.ok(touches.length >= 2);
	assert.deepEqual([...new Set(touches.map((touch) => touch.onBehalfOf))], ['reader-01']);
});

for (const [what, more] of [
	['in a space that is not listed', { space: 'board-papers' }],
	['of a class above internal', { class: 'confidential' }],
	['without a class', { class: undefined }],
	['of a class nobody knows', { class: 'harmless' }],
] as const) {
	test(`data-classification: an article ${what} is not read`, async () => {
		const { ids, kept } = await given({ articles: { K1: article(), K2: secret(more) } });
		assert.deepEqual(ids, ['K1']);
		assert.ok(!kept.includes(SECRET));
	});
}

test('data-classification: passages from outside what a store was asked to search are left out', async () => {
	const gateway = models([GOOD], [SUPPORTED]);
	const articles = { K1: article({ space: 'board-papers' }) };
	const { ask, articles: store } = await staged({ gateway, articles });
	const { find } = store;
	store.find = (query, _, most, caller) => find(query, { spaces: ['board-papers'] }, most, caller);
	assert.equal((await ask()).run.reason, 'nothing-found');
	assert.equal(gateway.calls().length, 0);
});

test('data-classification: a document without a label counts as restricted and stays closed', async () => {
	const { ids } = await given({
		articles: { K1: article({ links: ['D1', 'D2'] }) },
		documents: { D1: document({ label: undefined }), D2: document({ label: 'confidential' }) },
	});
	assert.deepEqual(ids, ['K1']);
});

test('a source without a named owner, too old or too long for the prompt is left out', async () => {
	const { ids } = await given({
		articles: {
			K1: article(),
			K2: article({ owner: undefined }),
			K3: article({ updated: '2024-11-20' }),
			K4: article({ updated: 'last year' }),
			K5: article({ text: `laptop on loan ${'x'.repeat(4000)}` }),
			K6: article({ updated: '2024-11-21' }),
		},
	});
	assert.deepEqual(ids, ['K1', 'K6']);
});

test('a passage that shares one word with the question is not used', async () => {
	const { ids } = await given({
		articles: { K1: article(), K2: article({ title: 'Coffee', text: 'On loan to the kitchen.' }) },
	});
	assert.deepEqual(ids, ['K1']);
});

test('eight passages go on, the closest first, of equals the newest', async () => {
	const articles = Object.fromEntries(
		Array.from({ length: 9 }, (_, index) => [
			`K${index}`,
			article({ updated: `2026-0${index + 1}-01` }),
		]),
	);
	const { ids } = await given({ articles });
	assert.deepEqual(ids, ['K8', 'K7', 'K6', 'K5', 'K4', 'K3', 'K2', 'K1']);
});

test('closeness counts words of the question, those of the title twice', () => {
	assert.equal(closenessOf('How long are laptops on loan?', 'Loan', 'A laptop is lent.'), 3);
	assert.equal(closenessOf('How long are laptops on loan?', 'Parking', 'On level 1.'), 0);
});

test('an age is counted in whole months', () => {
	const now = new Date('2026-11-20T09:00:00Z');
	assert.deepEqual(
		['2026-11-20', '2026-10-21', '2024-11-20', 'soon'].map((day) => monthsSince(day, now)),
		[0, 0, 24, Number.POSITIVE_INFINITY],
	);
});
