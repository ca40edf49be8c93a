import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import { compareCopy } from '#starter/catalogue/compare.ts';
import { readAnswer, readManifest } from '#starter/catalogue/manifest.ts';
import { catalogueOf, entry, TODAY } from '#tests/support/build.ts';
import type { Asset, Catalogue } from '../../model/catalogue.ts';
import { fileDigest } from '../../model/digest.ts';
import { answerFor } from '../manifest.ts';
import { fillFacts } from './facts.ts';
import { fillStarter, parameterProblems, type Texts } from './fill.ts';
import { type Judgement, judge, type Parameters } from './judge.ts';

const url = (path: string) => `https://host.example/ai${path}`;
const asset = (file: string, text: string): Asset => ({ file, text, digest: fileDigest(text) });
const pattern = entry('patterns', 'summary', { models: ['small', 'large'] });
const catalogue: Catalogue = {
	...catalogueOf(
		pattern,
		entry('prompts'),
		entry('connectors', 'gateway', { ceiling: 'as-carried' }),
		entry('controls'),
		entry('models', 'small', { ceiling: 'confidential' }),
		entry('models', 'large', { ceiling: 'internal' }),
	),
	assets: [
		asset(
			'content/starter/README.template.md',
			'# {{title}}\n\nText.\n\n## What you must do\n\n{{obligations}}\n',
		),
		asset('content/starter/.env.example', 'MODEL_ALIAS=\n'),
		asset('patterns/summary/starter/src/start.ts', 'one\n'),
	],
};
const context = contextOf(catalogue, url);
const bundle = context.artefacts.starter(pattern);
const files: Texts = Object.fromEntries(bundle.map(({ path, text }) => [path, text]));
const facts = fillFacts(pattern, context);
const chosen: Parameters = {
	team: 'Case team',
	owner: 'Head of cases',
	connectors: ['gateway'],
	model: 'large',
	dataClass: undefined,
};

describe('judging', () => {
	test('without another class the pattern stays as it is', async () => {
		expect(await judge(facts, chosen)).toMatchObject({ tier: 'low', before: 'low', refused: [] });
	});

	test('a higher class raises the tier, with the reason of the policy', async () => {
		const judged = await judge(facts, { ...chosen, model: 'small', dataClass: 'confidential' });
		expect(judged).toMatchObject({
			tier: 'medium',
			before: 'low',
			reasons: ['Its data is confidential.'],
			refused: [],
		});
	});

	test('a lower class changes nothing', async () => {
		expect((await judge(facts, { ...chosen, dataClass: 'public' })).tier).toBe('low');
	});

	test('a class above the ceiling of the model is refused in the words of the rule', async () => {
		const { refused } = await judge(facts, { ...chosen, dataClass: 'confidential' });
		expect(refused).toEqual([
			expect.objectContaining({
				rule: 'data-ceiling',
				message:
					'confidential data can reach the model "large", which accepts internal data at most.',
				fix: 'Choose a model that accepts this class, or use data of a lower class.',
			}),
		]);
	});

	test('a refusal is also said in the words of a reader', async () => {
		const { against } = await judge(facts, { ...chosen, dataClass: 'confidential' });
		expect(against).toEqual(['The model large accepts data up to internal.']);
		expect((await judge(facts, chosen)).against).toEqual([]);
	});

	test('personal data of a stricter kind counts as an answer of the team', async () => {
		const tiers = [
			{
				tier: 'high' as const,
				when: { personalData: ['special' as const] },
				because: 'It is special.',
			},
		];
		const policy = { ...facts.policy, tiers };
		const ask = (personalData: 'none' | 'special') =>
			judge({ ...facts, policy }, { ...chosen, personalData });
		expect((await ask('special')).reasons).toEqual(['It is special.']);
		expect((await ask('none')).tier).toBe('low');
	});

	test('a control that the new tier demands and the starter lacks is refused', async () => {
		const policy = { ...facts.policy, baselines: { low: [], medium: ['gate'], high: [] } };
		const { refused, duties, against } = await judge(
			{ ...facts, policy, controls: { gate: 'Approval gate' } },
			{ ...chosen, model: 'small', dataClass: 'confidential' },
		);
		expect(refused.map(({ rule, message }) => [rule, message])).toEqual([
			['tier-controls', 'the control "gate" is required but missing.'],
		]);
		expect(against).toEqual([
			'Medium tier requires 1 more control than the starter has: approval gate.',
		]);
		expect(duties).toEqual([
			{
				control: 'gate',
				title: 'Approval gate',
				because: 'Medium tier and above.',
				placed: false,
				added: true,
			},
		]);
	});
});

describe('filling', () => {
	let judged: Judgement;
	beforeAll(async () => {
		judged = await judge(facts, chosen);
	});

	test('the answers stand in the README, the environment and the list of models', () => {
		const filled = fillStarter(files, facts, chosen, judged);
		expect(filled['README.md']).toContain('Team: **Case team**. Owner: **Head of cases**.');
		expect(filled['.env.example']).toBe('MODEL_ALIAS=large\n');
		expect(filled['policy/model.yaml']).toMatch(/alias: large[\s\S]*alias: small/);
		expect(filled['src/start.ts']).toBe('one\n');
	});

	test('a filled copy is current at once, and keeps what was filled in', () => {
		const filled = fillStarter(files, facts, chosen, judged);
		const manifest = readManifest(filled['catalogue.json'] ?? '');
		const answer = readAnswer(JSON.stringify(answerFor(pattern, catalogue, bundle, url)));
		const digests = new Map(Object.entries(filled).map(([path, text]) => [path, fileDigest(text)]));
		expect(compareCopy(manifest, answer, digests, TODAY)).toMatchObject({
			verdict: 'current',
			files: [],
		});
		expect(JSON.parse(filled['catalogue.json'] ?? '').parameters).toEqual({
			team: 'Case team',
			owner: 'Head of cases',
			connectors: ['gateway'],
			model: 'large',
			addedObligations: [],
		});
		expect(Object.keys(manifest.filled).sort()).toEqual([
			'.env.example',
			'README.md',
			'policy/model.yaml',
		]);
	});

	test('added obligations become items to tick', async () => {
		const raised = { ...chosen, model: 'small', dataClass: 'confidential' as const };
		const more = { ...(await judge(facts, raised)) };
		more.duties = [
			{ control: 'gate', title: 'Approval gate', because: 'New.', placed: true, added: true },
		];
		const readme = fillStarter(files, facts, raised, more)['README.md'];
		expect(readme).toContain('With confidential data, the risk tier is **Medium** instead of Low.');
		expect(readme).toContain('- [ ] **Approval gate** (`gate`). New.\n');
	});

	test('a file of another version of the page is not filled', () => {
		expect(() =>
			fillStarter({ ...files, 'README.md': '# Other\n' }, facts, chosen, judged),
		).toThrow('README.md is not the file of this page.');
	});

	test('whatever is typed, the README stays what it was and the manifest JSON', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (team) => {
				fc.pre(parameterProblems({ team, owner: 'x' }).length === 0);
				const filled = fillStarter(files, facts, { ...chosen, team }, judged);
				const [heading, , line] = (filled['README.md'] ?? '').split('\n');
				expect([heading, line?.startsWith('Team: **')]).toEqual(['# Summary', true]);
				expect(JSON.parse(filled['catalogue.json'] ?? '').parameters.team).toBe(team.trim());
			}),
			{ numRuns: 50 },
		);
	});
});

test('an empty, long or broken answer is told by its field', () => {
	expect(parameterProblems({ team: ' ', owner: 'x'.repeat(121) })).toEqual([
		{
			field: 'team',
			message: 'Team is empty. Write the name your organisation knows the team by.',
		},
		{ field: 'owner', message: 'Owner has 121 characters. The limit is 120.' },
	]);
	expect(parameterProblems({ team: 'a\nb', owner: 'x' })[0]?.message).toMatch(/line break/);
});
