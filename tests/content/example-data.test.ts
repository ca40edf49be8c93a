/** The example data follows from the content: if you change the content, bring it up to date. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readFiles } from '#catalogue/read/files.ts';
import { exampleChanges, isExample } from '#scripts/commands/example.ts';

const files = readFiles(fileURLToPath(new URL('../../', import.meta.url)));
const inExample = files.some(
	({ path, text }) => path === 'content/organisation.yaml' && /^example: true$/m.test(text ?? ''),
);

test.runIf(inExample)(
	'the example data is up to date; if not, run: npm run catalogue -- example',
	async () => {
		const changes = await exampleChanges(files);
		expect(changes.map(({ path }) => path)).toEqual([]);
	},
);

test.runIf(!inExample)('an organisation of its own has no example data', () => {
	expect(files.filter(isExample).map(({ path }) => path)).toEqual([]);
});
