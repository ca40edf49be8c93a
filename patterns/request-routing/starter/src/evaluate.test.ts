import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { JOBS } from './ci/jobs.ts';
import { fixedClock } from './clock.ts';
import { ROOT } from './root.ts';
import { GOOD, scripted } from './testing.ts';

const root = mkdtempSync(join(tmpdir(), 'evaluate-'));
after(() => rmSync(root, { recursive: true }));
for (const name of ['.ci', 'prompts', 'catalogue.lock.json']) {
	cpSync(join(ROOT, name), join(root, name), { recursive: true });
}

test('evaluation-harness: a run that sends everything to one queue fails by right and by wrong', async () => {
	const clock = fixedClock('2026-11-20T09:00:00Z');
	const context = { root, clock, gateway: scripted(GOOD), model: undefined, out: () => {} };
	const problems = (await JOBS.evaluate?.(context)) ?? [];
	assert.match(problems.join('\n'), /% are right\. The limit is 87%/);
	assert.match(problems.join('\n'), /% are wrong\. The limit is 5%/);
});
