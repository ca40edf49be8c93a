import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GOOD, models, SUPPORTED, staged } from './testing.ts';

test('abuse-monitoring: the sixty-first question of one reader in an hour alerts', async () => {
	const { ask, audited } = await staged({ articles: {} });
	for (let count = 0; count < 60; count += 1) await ask();
	assert.equal(audited('alert').length, 0);
	await ask({ by: 'reader-02' });
	assert.equal(audited('alert').length, 0);
	await ask();
	const [alert] = audited('alert');
	assert.equal(alert?.tell, 'Product manager');
	assert.match(String(alert?.says), /"asked" by one person/);
});

test('abuse-monitoring: the second flag on one source in a week alerts, with its owner', async () => {
	const gateway = models([{ ...GOOD, suspiciousSources: ['K1'] }], [SUPPORTED]);
	const { ask, audited } = await staged({ gateway });
	assert.equal((await ask()).run.ending, 'applied');
	assert.equal(audited('alert').length, 0);
	await ask();
	assert.deepEqual(
		audited('alert').map(({ tell, source, owner }) => [tell, source, owner]),
		[['Product manager', 'K1', 'Workplace Services']],
	);
});
