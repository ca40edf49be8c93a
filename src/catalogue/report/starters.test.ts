import { expect, test } from 'vitest';
import { catalogueOf, soundEntries } from '#tests/support/build.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { fileDigest } from '../model/digest.ts';
import type { Finding } from '../model/finding.ts';
import { compareCatalogues } from './compare.ts';

const withAssets = (texts: Record<string, string>): Catalogue => ({
	...catalogueOf(...soundEntries()),
	assets: Object.entries({
		'content/starter/src/controls/logging.ts': 'common',
		'content/starter/policy/limits.yaml': 'calls: 1',
		...texts,
	}).map(([file, text]) => ({ file, text, digest: fileDigest(text) })),
});
const attention = async (before: Catalogue, after: Catalogue, findings: Finding[] = []) =>
	(
		await compareCatalogues({
			base: { catalogue: before, findings: [] },
			head: { catalogue: after, findings },
			older: new Map(),
		})
	).attention;

const FOLDER = 'patterns/summary/starter/';
const replacing = (code: string) =>
	withAssets({
		[`${FOLDER}overlay.yaml`]:
			'replaces:\n  src/controls/logging.ts: It logs to the ledger.\n  policy/limits.yaml: Other limits apply.\n',
		[`${FOLDER}src/controls/logging.ts`]: code,
		[`${FOLDER}policy/limits.yaml`]: 'calls: 2',
	});

test('a control that a starter replaces heads the report, with the reason', async () => {
	expect(await attention(withAssets({}), replacing('own'))).toEqual([
		'The starter of Summary replaces src/controls/logging.ts of the common starter: It logs to the ledger.',
	]);
});

test('it heads it again when that code changes, and not when something else does', async () => {
	expect(await attention(replacing('own'), replacing('other'))).toHaveLength(1);
	expect(await attention(replacing('own'), replacing('own'))).toEqual([]);
});

test('code that reaches the network heads the report', async () => {
	const finding: Finding = {
		file: `${FOLDER}src/a.ts`,
		line: 1,
		column: 1,
		severity: 'warning',
		rule: 'starter-files',
		message: '"fetch(" uses the network without the gateway.',
		fix: 'Use the gateway.',
	};
	expect(await attention(withAssets({}), withAssets({}), [finding])).toEqual([
		'patterns/summary/starter/src/a.ts: "fetch(" uses the network without the gateway',
	]);
});
