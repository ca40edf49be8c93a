/** The example data follows from the content: whoever changes the content makes it again. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readFiles } from '#catalogue/read/files.ts';
import { exampleChanges, exampleFiles, isExample } from '#scripts/commands/example.ts';

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

test.runIf(inExample)('it is the same whenever it is made, and says what it is', async () => {
	const plain = files.filter((file) => !isExample(file));
	const [one, other] = [await exampleFiles(plain), await exampleFiles(plain)];
	expect(one).toEqual(other);
	expect(one.filter((file) => !isExample(file)).map(({ path }) => path)).toEqual([]);
});

test.runIf(!inExample)('an organisation of its own has no example data', () => {
	expect(files.filter(isExample).map(({ path }) => path)).toEqual([]);
});
