import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCatalogue } from '#catalogue/load.ts';
import { generateCatalogue } from './generate.ts';

test('synthetic patterns break no rule, or the bench would time the printing of findings', async () => {
	const target = await mkdtemp(join(tmpdir(), 'catalogue-bench-'));
	try {
		await generateCatalogue(process.cwd(), target, 30, 7);
		const { catalogue, findings } = await loadCatalogue(target);
		expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(catalogue.patterns.size).toBeGreaterThanOrEqual(30);
	} finally {
		await rm(target, { recursive: true });
	}
}, 60_000);
