import { expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import type { Pattern } from '#schemas/pattern.ts';
import type { Policy } from '#schemas/policy.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import type { Entry } from '../model/catalogue.ts';
import { sectionsOf } from '../print/json.ts';
import { pageOf } from './index.ts';

const url = (path: string) => `https://host.example/ai${path}`;

/** What the parts say when closed, by title. */
async function closed(overrides: Partial<Pattern>, ...others: Entry[]) {
	const pattern = entry('patterns', 'summary', overrides);
	const context = contextOf(catalogueOf(pattern, ...others), url);
	const sections = sectionsOf(await pageOf(pattern, context), pattern, context);
	return new Map(sections.flatMap(({ part }) => (part ? [[part.title, part] as const] : [])));
}
const policy = (overrides: Partial<Policy>) => entry('policy', 'policy', overrides);

test('five parts say a conclusion and a state, and the record says neither', async () => {
	const parts = await closed({});
	expect([...parts.keys()]).toEqual([
		'Fit',
		'Architecture',
		'Risks and controls',
		'Evaluation and metrics',
		'Rollout and support',
		'Record',
	]);
	const said = [...parts.values()].filter(({ answer, state }) => answer && state);
	expect(said).toHaveLength(5);
});

test('what nothing prevents, detects or corrects is in the closed part', async () => {
	const parts = await closed({}, entry('risks', 'leak', { title: 'Data leakage' }));
	const [listed] = entry('patterns').data.risks;
	const open = await closed(
		{ risks: listed ? [{ ...listed, risk: 'leak', mitigatedBy: [] }] : [] },
		entry('risks', 'leak', { title: 'Data leakage' }),
	);
	expect(open.get('Risks and controls')?.answer).toContain('Nothing detects data leakage.');
	expect(parts.size).toBe(open.size);
});

test('risks that are handled once for all patterns are named only where there are any', async () => {
	const names = async (...others: Entry[]) => {
		const pattern = entry('patterns', 'summary');
		const page = await pageOf(pattern, contextOf(catalogueOf(pattern, ...others), url));
		return JSON.stringify(page).includes('Handled centrally for all patterns: ');
	};
	const once = { risk: 'lock-in', treatedBy: 'A sentence that is long enough.' };
	expect(await names(policy({ portfolioRisks: [] }))).toBe(false);
	expect(await names(policy({ portfolioRisks: [once] }), entry('risks', 'lock-in'))).toBe(true);
});

test('a required control that is missing is the state of its part', async () => {
	const gate = entry('controls', 'gate', { title: 'Release gate' });
	const rules = policy({
		baselines: { low: ['gate'], medium: [], high: [] },
		conditions: [],
	});
	const { answer, state } = (await closed({}, gate, rules)).get('Risks and controls') ?? {};
	expect(answer).toContain('1 required is missing.');
	expect(state).toBe('1 missing');
});

test('without a run the part says that nothing has been evaluated', async () => {
	const part = (await closed({})).get('Evaluation and metrics');
	expect(part?.answer).toMatch(/^5 limits to meet before release: not evaluated yet\. \d+ metrics/);
	expect(part?.state).toBe('Not run yet');
});
