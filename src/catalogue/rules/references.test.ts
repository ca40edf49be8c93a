import { expect, test } from 'vitest';
import { entry, findingsIn, messagesOf, problemsOf, shown } from '#tests/support/build.ts';
import { referencesRule } from './references.ts';

const guide = (item: string, framework = 'rules-2026') =>
	entry('guides', 'start', { frameworks: [{ framework, item, relation: 'related' }] });
const framework = entry('frameworks');
const organisation = entry('organisation');

test('an id that exists is no problem', async () => {
	expect(await messagesOf(referencesRule, organisation, framework, guide('R1'))).toEqual([]);
});

test('an id that is nearly right comes with the right one', async () => {
	const control = entry('controls', 'logging', { mitigates: ['leek'], operator: 'analyst' });
	const [problem] = await problemsOf(
		referencesRule,
		organisation,
		control,
		entry('risks'),
		entry('roles'),
	);
	expect(problem).toMatchObject({
		path: ['mitigates', 0],
		message: 'no risk has the id "leek".',
		fix: 'Did you mean "leak"?',
	});
});

test('an id in a place that several forms of a group share is told once', async () => {
	const duties = [{ duty: 'tell-nobody', done: '2026-11-20T10:00Z', source: 'Minutes' }];
	const incident = entry('incidents', 'outage', { duties });
	const all = [organisation, entry('policy'), incident];
	const found = await messagesOf(referencesRule, ...all);
	expect(found.filter((message) => message.includes('tell-nobody'))).toHaveLength(1);
});

test('an id that is far off comes with the list of ids', async () => {
	const lost = entry('guides', 'start', { owner: 'marketing' });
	const [problem] = await problemsOf(referencesRule, organisation, lost);
	expect(problem).toMatchObject({
		message: 'no team in content/organisation.yaml has the id "marketing".',
		fix: 'Known: office, council.',
	});
});

test('a long list of ids is cut', async () => {
	const teams = Array.from({ length: 15 }, (_, index) => ({
		id: `group-number-${index}`,
		name: 'Group',
		contact: '#group',
		does: 'Answers for some of it.',
	}));
	const problems = await problemsOf(
		referencesRule,
		entry('organisation', 'organisation', { teams }),
		entry('guides', 'start', { owner: 'x' }),
	);
	expect(problems.at(-1)?.fix).toMatch(/^Known: group-number-0, .*group-number-11 and 3 more\.$/);
});

test('an item must stand in the edition that is cited', async () => {
	const [problem] = await problemsOf(referencesRule, organisation, framework, guide('R2'));
	expect(problem).toMatchObject({
		path: ['frameworks', 0, 'item'],
		message: 'Rules, edition 2026, has no item "R2".',
		fix: 'Did you mean "R1"?',
	});
});

test('an unknown framework is one problem, and its items are not looked up', async () => {
	const messages = await messagesOf(
		referencesRule,
		organisation,
		framework,
		guide('R9', 'rules-2025'),
	);
	expect(messages).toEqual(['no framework has the id "rules-2025".']);
});

test('a link in prose must lead to an entry, and is reported where it stands', async () => {
	const { source } = entry('guides');
	const text = `${source}\nSee [leak](/risks/leak/), [lost](/risks/lost/) and [odd](/riskz/leak/).\n`;
	const line = text.split('\n').length - 1;
	const found = await findingsIn('content/guides/start.mdx', text);
	expect(found.map(shown)).toEqual([
		`${line}:27 no risk has the id "lost".`,
		`${line}:52 the link /riskz/leak/ does not lead to a collection.`,
	]);
	expect(found[1]?.fix).toBe('Did you mean "risks"?');
});
