import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as words from '#schemas/vocabularies.ts';
import { exposures, mild } from '#tests/support/exposure.ts';
import {
	complaintsAbout,
	houseCatalogue,
	toFillIn,
	withFiles,
} from '#tests/support/house/index.ts';
import { tierOf } from '../judge/tier.ts';
import { patternFiles } from './pattern.ts';
import { controlsFor, type PatternWish } from './wish.ts';

const catalogue = await houseCatalogue();
/** What is wrong, but for advice that is true, such as that one supplier serves most patterns. */
const complaints = async (wish: PatternWish) => {
	const all = await complaintsAbout(patternFiles(wish, catalogue));
	return all.filter((text) => text.startsWith('patterns/') || / error /.test(text));
};

const low: PatternWish = {
	id: 'returns-letters',
	title: 'Returns letters',
	owner: 'post-room',
	problem: 'draft',
	outcome: 'service-efficiency',
	techniques: ['rules'],
	exposure: mild,
	connectors: ['letter-desk', 'gateway'],
	models: ['small'],
	prompt: 'draft-returns-letters',
	decidedBy: undefined,
	near: [],
};

describe('a new pattern', () => {
	test.each<[tier: string, exposure: Partial<PatternWish['exposure']>]>([
		['low', {}],
		['medium', { data: 'confidential' }],
		['high', { regulated: true }],
	])('of %s tier is sound but for what is to be filled', async (tier, exposure) => {
		const wish = { ...low, exposure: { ...low.exposure, ...exposure } };
		expect(tierOf(wish, catalogue.policy)).toBe(tier);
		expect(await complaints(wish)).toEqual([]);
	});

	const wishes = fc.record({
		exposure: exposures,
		problem: fc.constantFrom(...words.problem.values),
		outcome: fc.constantFrom(...words.outcome.values),
		techniques: fc.subarray(words.technique.values, { minLength: 1 }),
		connectors: fc.subarray(['letter-desk', 'address-book', 'vault-gateway'], { minLength: 1 }),
	});

	/** What rule person-decision refuses, the command refuses when it asks. */
	const mayBe = ({ effect, decidesAboutPerson }: PatternWish['exposure']) =>
		!(decidesAboutPerson && effect === 'acts-alone');

	test('of any exposure is sound but for what is to be filled', async () => {
		await fc.assert(
			fc.asyncProperty(wishes, async ({ connectors, ...answers }) => {
				fc.pre(mayBe(answers.exposure));
				const wish: PatternWish = {
					...low,
					...answers,
					connectors: [...connectors, 'gateway'],
					models: ['vault'],
					decidedBy: answers.exposure.decidesAboutPerson ? 'analyst' : undefined,
				};
				expect(await complaints(wish)).toEqual([]);
			}),
			{ numRuns: 30 },
		);
	}, 60_000);

	test('has every control the policy asks for, at a node that is there or in a runbook', async () => {
		const wish = { ...low, exposure: { ...low.exposure, decidesAboutPerson: true } };
		const loaded = await withFiles(patternFiles(wish, catalogue));
		const made = loaded.catalogue.patterns.get(low.id)?.data;
		expect(made?.controls.map(({ control }) => control)).toEqual(controlsFor(wish, catalogue));
		const unplaced = made?.controls.filter(({ enforcedAt }) => !enforcedAt) ?? [];
		expect(unplaced.map(({ codifiedIn }) => codifiedIn)).toEqual(unplaced.map(() => 'runbook'));
	});

	test('names each thing to fill at its own place', async () => {
		const made = patternFiles(low, catalogue);
		const marks = await toFillIn(made);
		expect(marks.every(({ severity }) => severity === 'warning')).toBe(true);
		const fit = marks.find(({ message }) => message.includes('Who it is for'));
		const [page] = made;
		const line = page?.text.split('\n').findIndex((text) => text.startsWith('fit:')) ?? -1;
		expect(fit).toMatchObject({ file: page?.path, line: line + 1, column: 'fit: "'.length + 1 });
	});
});
