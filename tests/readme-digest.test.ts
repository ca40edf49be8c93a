/** The command in the README prints the fingerprint that approvals are bound to. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { patternDigest } from '#catalogue/judge/approval/digest.ts';
import { houseCatalogue, houseTexts } from './support/house/index.ts';
import { repositoryOf } from './support/repository.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const command = /^cd patterns\/[a-z-]+ && (.*sha256sum)$/m.exec(readme)?.[1] ?? '';

test('a reviewer can work out the fingerprint of every pattern with sha256sum', async () => {
	expect(command).not.toBe('');
	const catalogue = await houseCatalogue();
	const { root } = repositoryOf(Object.fromEntries(await houseTexts()));
	expect(catalogue.patterns.size).toBeGreaterThan(0);
	for (const pattern of catalogue.patterns.values()) {
		const cwd = join(root, 'patterns', pattern.id);
		const printed = execFileSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
		expect(printed).toBe(`${patternDigest(pattern, catalogue)}  -\n`);
	}
});
