import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { usesOf } from '#catalogue/judge/portfolio/uses.ts';
import { loadCatalogue } from '#catalogue/load.ts';
import { Files } from '#tests/support/house/files.ts';
import { HOUSE_EPOCH } from '#tests/support/house/site.ts';
import { generateCatalogue } from './generate.ts';

test('synthetic patterns, uses and records break no rule, or the bench would time the printing of findings', async () => {
	const target = await mkdtemp(join(tmpdir(), 'catalogue-bench-'));
	vi.stubEnv('SOURCE_DATE_EPOCH', HOUSE_EPOCH);
	try {
		const source = join(target, 'source');
		(await Files.house()).write(source);
		const made = join(target, 'made');
		await mkdir(made);
		await generateCatalogue(source, made, 30, 7, { uses: 12, records: 40 });
		const { catalogue, findings } = await loadCatalogue(made);
		expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(catalogue.patterns.size).toBeGreaterThanOrEqual(30);
		// A draft declares nothing: it would be on no page of the portfolio and in no queue.
		expect(usesOf(catalogue).length).toBeGreaterThanOrEqual(12);
		expect(catalogue.records.size).toBeGreaterThanOrEqual(40);
	} finally {
		vi.unstubAllEnvs();
		await rm(target, { recursive: true });
	}
}, 60_000);
