import { expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { promptFiles } from './prompt-formats.ts';

const url = (path: string) => `https://host.example${path}`;

test('the cases beside a prompt are the same bytes whichever line ends a clone has', async () => {
	const cases = entry('cases');
	const others = [entry('patterns'), entry('prompts'), entry('models')];
	const texts = async (source: string) => {
		const catalogue = catalogueOf(...others, { ...cases, source });
		const files = await promptFiles(entry('patterns'), contextOf(catalogue, url));
		return files.filter(({ path }) => path.endsWith('.cases.yaml'));
	};
	const windows = cases.source.replaceAll('\n', '\r\n');
	const expected = [{ path: 'ask.cases.yaml', text: cases.source, mode: 0o644 }];
	expect(await texts(cases.source)).toEqual(expected);
	expect(await texts(windows)).toEqual(expected);
});
