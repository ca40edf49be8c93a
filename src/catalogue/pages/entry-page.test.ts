import { expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import type { Status } from '#schemas/vocabularies.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import type { Entry } from '../model/catalogue.ts';
import { pageOf } from './index.ts';

const url = (path: string) => `https://host.example/ai${path}`;
const pageFor = (one: Entry, ...others: Entry[]) =>
	pageOf(one, contextOf(catalogueOf(one, ...others), url));

const plain = (status: Status) => [
	entry('controls', 'filter', { status }),
	entry('risks', 'leak', { status }),
	entry('metrics', 'rate', { status }),
	entry('roles', 'analyst', { status }),
	entry('guides', 'start', { status }),
];

test('what nobody needs leave to read opens with what it is for, and ends with its state', async () => {
	for (const one of plain('proposed')) {
		const { block, record, notices } = await pageFor(one);
		expect(block?.stamp, one.collection).toBeUndefined();
		expect(block?.cells.length).toBeGreaterThan(1);
		expect(notices).toEqual([]);
		expect(record?.cells.find(({ label }) => label === 'Status')?.words).toBe('Proposed');
	}
});

test('a connector and a model open with the state that decides if they may be used', async () => {
	for (const one of [entry('connectors', 'gateway'), entry('models', 'small')]) {
		const { block, record } = await pageFor(one);
		expect(block?.stamp).toMatchObject({ state: one.data.status });
		expect(record).toBeUndefined();
	}
});

test.each(['draft', 'deprecated'] as const)(
	'that an entry is %s is said before everything',
	async (status) => {
		for (const one of plain(status)) {
			const { notices } = await pageFor(one);
			expect(notices[0], one.collection).toMatchObject({ kind: 'note', tone: 'warn' });
		}
	},
);

test('a control says first which risks it is there for', async () => {
	const control = entry('controls', 'filter', { mitigates: ['leak'] });
	const { block } = await pageFor(control, entry('risks', 'leak', { title: 'Data leakage' }));
	expect(block?.cells[0]).toMatchObject({ words: expect.arrayContaining(['Data leakage']) });
});

test('a control says which command records its evidence', async () => {
	const { sections } = await pageFor(entry('controls', 'filter'));
	const evidence = sections.find(({ id }) => id === 'evidence');
	expect(JSON.stringify(evidence)).toContain(
		'npm run record -- evidence use-cases/ID control=filter',
	);
});
