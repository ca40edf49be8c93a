/** Fifty records of each kind: none touches an approval, and each stops counting when its ground moves. */
import { describe, expect, test } from 'vitest';
import type { RecordKind } from '#schemas/record.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import * as make from '#tests/support/records.ts';
import { buildCatalogue, type Entry } from '../../model/catalogue.ts';
import { contentDigest } from '../approval/content-digest.ts';
import { patternDigest } from '../approval/digest.ts';
import { counts } from './binding.ts';
import type { Unnamed } from './id.ts';
import { allRecords, type Subject } from './kept.ts';

const FIFTY = Array.from({ length: 50 }, (_, at) => at);
const ask = entry('prompts');
const metric = entry('metrics', 'business-impact', { dimension: 'business-impact' });
const small = entry('models');
const pattern = entry('patterns');
const useCase = entry('use-cases', 'office-summary', {
	prompts: [{ prompt: 'ask', version: '1.0.0', digest: '4'.repeat(64) }],
});
const module = {
	file: 'content/starter/src/controls/logging.ts',
	digest: '5'.repeat(64),
	text: '',
};
const testFile = { ...module, file: 'content/starter/src/controls/logging.test.ts' };
const withAssets = (subject: Subject, files: readonly Entry[], digest = module.digest) =>
	buildCatalogue([subject, ...files, ask, metric, small], {
		...catalogueOf(),
		assets: [{ ...module, digest }, testFile],
	});

const build = (source: string): Unnamed => ({
	kind: 'build',
	on: '2026-11-10',
	source,
	by: 'Release pipeline',
	added: { by: 'Release pipeline', on: '2026-11-10' },
	control: 'logging',
	module: { path: 'src/controls/logging.ts', digest: module.digest },
	test: { path: 'src/controls/logging.test.ts', digest: testFile.digest },
	passed: 4,
});

const makers: { [Kind in RecordKind]: (here: make.About, source: string) => Unnamed } = {
	evaluation: (here, source) => make.evaluation(here, { source }),
	build: (_, source) => build(source),
	evidence: (here, source) => make.evidence(here, { source }),
	drill: (here, source) => make.drill(here, { source }),
	training: (here, source) => make.training(here, { source }),
	measurement: (here, source) => make.measurement(here, { source }),
	spend: (here, source) => make.spend(here, { source }),
	check: (here, source) => make.check(here, { source }),
	decision: (here, source) => make.decision(here, { source }),
};
// Object.keys loses the literal types that the table has.
const kinds = Object.keys(makers) as RecordKind[];

describe.each(kinds)('fifty records of kind %s', (kind) => {
	const here = make.about(useCase, ask, metric);
	const files = [
		make.recordFile(
			useCase,
			FIFTY.map((at) => makers[kind](here, `Report ${at} of the office`)),
		),
	];
	const counting = (subject: Subject, catalogue: ReturnType<typeof withAssets>) =>
		[...allRecords(catalogue).byId.values()].filter((kept) => counts(kept, subject, catalogue));

	test('count, and change no digest that an approval is bound to', () => {
		const [before, after] = [
			withAssets(useCase, [pattern]),
			withAssets(useCase, [pattern, ...files]),
		];
		expect(counting(useCase, after)).toHaveLength(50);
		expect(contentDigest(useCase, after)).toBe(contentDigest(useCase, before));
		expect(patternDigest(pattern, after)).toBe(patternDigest(pattern, before));
	});

	test('stop counting when what they prove changes by a byte', () => {
		const changed = entry('use-cases', useCase.id, {
			...useCase.data,
			businessOwner: `${useCase.data.businessOwner}s`,
			prompts: [{ prompt: 'ask', version: '1.0.0', digest: '6'.repeat(64) }],
		});
		const moved = buildCatalogue(
			[
				changed,
				pattern,
				...files,
				ask,
				small,
				{ ...metric, data: { ...metric.data, formula: `${metric.data.formula}.` } },
			],
			{ ...catalogueOf(), assets: [{ ...module, digest: '7'.repeat(64) }, testFile] },
		);
		expect(counting(changed, moved)).toEqual([]);
	});
});
