import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readControls } from '../controls-table.ts';
import { ROOT } from '../root.ts';
import { fileDigest } from './bundle.ts';
import { buildRecord, shortfall, type Tested } from './control-tests.ts';

const [row] = readControls(ROOT);
assert.ok(row);
const tested = (passed: number, failed = 0): Tested[] => [
	{ control: row.control, file: 'src/controls-table.test.ts', passed: 1, failed: 0 },
	{ control: row.control, file: 'src/clock.test.ts', passed, failed },
];

test('a build names the module, and the test file in which most tests passed', () => {
	const { module, test: file, passed } = buildRecord(row, tested(3), ROOT);
	assert.deepEqual(module, { path: row.module, digest: fileDigest(ROOT, row.module) });
	assert.deepEqual(file, {
		path: 'src/clock.test.ts',
		digest: fileDigest(ROOT, 'src/clock.test.ts'),
	});
	assert.equal(passed, 3);
});

test('a control with a failing test, or without any, is not built', () => {
	assert.equal(shortfall(row, tested(3)), undefined);
	assert.match(shortfall(row, tested(3, 1)) ?? '', /1 of its tests failed/);
	assert.match(shortfall(row, []) ?? '', /has no test/);
});
