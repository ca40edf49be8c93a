/** The command in the README prints the fingerprint that approvals are bound to. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { patternDigest } from '#catalogue/judge/approval/digest.ts';
import { realCatalogue } from './support/real-catalogue.ts';

const root = resolve(import.meta.dirname, '..');
const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
const command = /^cd patterns\/support-case-triage && (.*sha256sum)$/m.exec(readme)?.[1] ?? '';

test('a reviewer can work out the fingerprint of every pattern with sha256sum', async () => {
	expect(command).not.toBe('');
	const catalogue = await realCatalogue();
	expect(catalogue.patterns.size).toBeGreaterThan(0);
	for (const pattern of catalogue.patterns.values()) {
		const cwd = resolve(root, 'patterns', pattern.id);
		const printed = execFileSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
		expect(printed).toBe(`${patternDigest(pattern, catalogue)}  -\n`);
	}
});
