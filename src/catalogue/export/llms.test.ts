import { expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import type { Entry } from '../model/catalogue.ts';
import { llms, MOST_LINES } from './llms.ts';

const url = (path: string) => `https://host.example/ai${path}`;

async function linesOf(...entries: readonly Entry[]): Promise<string[]> {
	const [file] = llms.files(contextOf(catalogueOf(...entries), url));
	return String(await file?.body()).split('\n');
}

test('it opens with the name of the catalogue and one paragraph about it', async () => {
	const lines = await linesOf();
	expect(lines[0]).toMatch(/^# \S/);
	expect(lines[2]).toMatch(/^> \S/);
});

test('a pattern is one line: its twin, what it is, its tier and its state', async () => {
	const summary = 'Sorts cases\ninto [queues](https://evil.example) before anyone reads them.';
	const lines = await linesOf(entry('patterns', 'triage', { title: 'Case triage', summary }));
	expect(lines.filter((line) => line.includes('triage'))).toEqual([
		'- [Case triage](https://host.example/ai/patterns/triage.md): Sorts cases into \\[queues\\](https://evil.example) before anyone reads them. Low tier, proposed.',
	]);
});

test('a collection without an entry is left out', async () => {
	expect((await linesOf()).filter((line) => line.startsWith('## '))).toEqual([
		'## How to use it',
		'## Optional',
	]);
});

test('a long collection is named by its index, and patterns never are', async () => {
	const many = (name: 'controls' | 'patterns') => {
		const first = entry(name);
		return Array.from({ length: MOST_LINES + 1 }, (_, at) => ({ ...first, id: `e${at}` }));
	};
	const controls = (await linesOf(...many('controls'))).filter((line) => line.includes('controls'));
	expect(controls.filter((line) => line.startsWith('- ['))).toEqual([
		expect.stringContaining(
			`[Index of ${MOST_LINES + 1} controls](https://host.example/ai/api/v1/controls.json)`,
		),
	]);
	const patterns = (await linesOf(...many('patterns'))).filter((line) =>
		line.includes('/patterns/'),
	);
	expect(patterns).toHaveLength(MOST_LINES + 1);
});

test('an organisation that is invented says so before anything else is read', async () => {
	const invented = entry('organisation', 'organisation', { example: true });
	const lines = await linesOf(invented);
	expect(lines[4]).toMatch(/^Example data: .+ is invented/);
	expect((await linesOf()).join('\n')).not.toContain('Example data');
});
