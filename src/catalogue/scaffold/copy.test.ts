import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exposures } from '#tests/support/exposure.ts';
import { complaintsAbout, houseCatalogue, withFiles } from '#tests/support/house/index.ts';
import { MINIMAL_IDS } from '#tests/support/minimal.ts';
import { copiedFiles } from './copy.ts';
import type { PatternWish } from './wish.ts';

const catalogue = await houseCatalogue();
/** The least pattern has a prompt that never abstains, so no other tier can copy it. */
const ids = [...catalogue.patterns.keys()].filter((id) => id !== MINIMAL_IDS.patterns);

function source(id: string) {
	const found = catalogue.patterns.get(id);
	if (!found) throw new Error(`no pattern ${id}`);
	return found;
}

/** What an author answers who keeps every answer of the source. */
function wishFrom(id: string, changed: Partial<PatternWish['exposure']> = {}): PatternWish {
	const { data } = source(id);
	return {
		id: 'made-for-a-test',
		title: 'Made for a test',
		owner: data.owner,
		problem: data.problem,
		outcome: data.outcome,
		techniques: data.techniques,
		exposure: { ...data.exposure, ...changed },
		connectors: data.connectors.map(({ connector }) => connector),
		models: data.models,
		prompt: '',
		decidedBy: undefined,
		near: [],
	};
}

describe.each(ids)('a copy of %s', (id) => {
	test('is sound but for what is to be filled', async () => {
		const made = copiedFiles(source(id), wishFrom(id), catalogue);
		expect(await complaintsAbout(made)).toEqual([]);
	});

	test('is a draft of its own: first version, no result, no acceptance, no name of the other', async () => {
		const made = copiedFiles(source(id), wishFrom(id), catalogue);
		const { patterns, prompts } = (await withFiles(made)).catalogue;
		const data = patterns.get('made-for-a-test')?.data;
		expect(data).toMatchObject({ status: 'draft', version: '1.0.0', aliases: [], waivers: [] });
		expect(data?.changes).toHaveLength(1);
		expect(data?.metrics.filter(({ baseline }) => baseline !== undefined)).toEqual([]);
		expect(data?.prompts).toEqual(source(id).data.prompts.map((old) => `made-for-a-test-${old}`));
		for (const prompt of data?.prompts ?? []) {
			expect(prompts.get(prompt)).toMatchObject({ parent: 'made-for-a-test' });
		}
	});
});

test('a copy under any other exposure has what that demands', async () => {
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...ids), exposures, async (id, exposure) => {
			// Rule person-decision refuses it, so the command does when it asks.
			fc.pre(!(exposure.decidesAboutPerson && exposure.effect === 'acts-alone'));
			const wish = {
				...wishFrom(id, exposure),
				models: ['vault'],
				decidedBy: exposure.decidesAboutPerson ? 'analyst' : undefined,
			};
			const errors = (await complaintsAbout(copiedFiles(source(id), wish, catalogue))).filter(
				(text) => / error /.test(text),
			);
			expect(errors).toEqual([]);
		}),
		{ numRuns: 15 },
	);
}, 60_000);
