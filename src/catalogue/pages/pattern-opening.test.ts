import { expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import type { Pattern } from '#schemas/pattern.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { blocksOf, sectionsOf } from '../print/json.ts';
import { pageOf } from './index.ts';

const url = (path: string) => `https://host.example/ai${path}`;
const other = entry('patterns', 'other', { title: 'Other way' });

/** The sections of a page as data, by id. */
async function sections(overrides: Partial<Pattern> = {}) {
	const pattern = entry('patterns', 'summary', overrides);
	const context = contextOf(catalogueOf(pattern, other), url);
	const page = await pageOf(pattern, context);
	const all = sectionsOf(page, pattern, context);
	return {
		page,
		notices: blocksOf(page.notices, page, context),
		of: (id: string) => {
			const section = all.find((one) => one.id === id);
			if (!section) throw new Error(`The page has no section "${id}".`);
			return { ...section, text: JSON.stringify(section.blocks) };
		},
	};
}

test('a page opens with its verdict, the reasons both ways, what to take, what it needs', async () => {
	const { page } = await sections();
	expect(page.opening?.map(({ id }) => id)).toEqual([
		'verdict',
		'use-when',
		'do-not-use-when',
		'start',
		'effort',
		'data',
	]);
});

test('the verdict says the state, the data, the tier, the controls and who must approve', async () => {
	const { of } = await sections({ status: 'proposed' });
	const { answer, text } = of('verdict');
	expect(answer).toBe('In review: use it in a sandbox only.');
	expect(text).toMatch(/Handles \*\*internal data\*\*.* Low risk tier, so \*\*\d+ control/);
	expect(text).toContain('must still approve it.');
});

test('what changes what the reader may do is in the verdict, and in full below it', async () => {
	const { of, notices } = await sections({ status: 'deprecated', successor: 'other' });
	expect(of('verdict').text).toContain('**This pattern is deprecated. **');
	expect(JSON.stringify(notices)).toContain('Other way');
});

test('reasons in few words stand for the long ones, with the pattern to take instead', async () => {
	const avoid = ['A form does it', 'It decides on pay', 'It is in a file'].map((one, at) => ({
		case: one,
		...(at === 0 && { instead: 'other' }),
	}));
	const { of } = await sections({
		inShort: { use: ['Many cases arrive', 'Queues are fixed', 'Errors are seen'], avoid },
	});
	expect(of('use-when').text).toContain('Many cases arrive');
	expect(of('do-not-use-when').text).toContain('Take [other way]');
});

test('without short reasons the first three of each list are shown, and a link to all', async () => {
	const useWhen = ['One reason here', 'Two reasons here', 'Three of them', 'Four of them'];
	const { of } = await sections({ useWhen });
	const { text } = of('use-when');
	expect(text).toContain('Three of them');
	expect(text).not.toContain('Four of them');
	expect(text).toContain('All 4 reasons');
});

test('what a team needs to start is said, or who can say it', async () => {
	const effort = {
		people: 'A developer for half of the time.',
		weeks: { from: 4, to: 6 },
		data: '200 past requests.',
		start: 'One queue for two weeks.',
	};
	const { of } = await sections({ effort });
	expect(of('effort').text).toContain('4 to 6 weeks to a first pilot');
	expect((await sections({ effort: undefined })).of('effort').text).toContain(
		'Not estimated yet. If you build on this pattern',
	);
});

test('the page of a pattern lists a few of its use cases and leads to all of them', async () => {
	const pattern = entry('patterns', 'summary');
	const uses = Array.from({ length: 7 }, (_, at) =>
		entry('use-cases', `desk-${at}`, { title: `Desk ${at}`, pattern: 'summary' }),
	);
	const page = await pageOf(pattern, contextOf(catalogueOf(pattern, ...uses), url));
	const [short] = page.sections.find(({ id }) => id === 'used-by')?.blocks ?? [];
	if (short?.kind !== 'short') throw new Error('The section is not in short.');
	const said = JSON.stringify(short.blocks);
	expect(said.match(/"Desk \d"/g)).toHaveLength(5);
	expect(said).toContain('All 7 use cases');
	expect(JSON.stringify(short.said).match(/"Desk \d"/g)).toHaveLength(7);
});
