import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readControls } from './controls-table.ts';
import { ROOT } from './root.ts';

const sources = globSync('src/**/*.test.ts', { cwd: ROOT })
	.map((file) => readFileSync(join(ROOT, file), 'utf8'))
	.join('\n');

for (const { control, module, file } of readControls(ROOT)) {
	test(`${control}: its code and its file are there, and a test names it`, () => {
		assert.ok(existsSync(join(ROOT, module)), module);
		assert.ok(existsSync(join(ROOT, file)), file);
		assert.match(sources, new RegExp(`test\\(\\s*['"\`]${control}: `));
	});
}
