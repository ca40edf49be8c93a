import { expect, test } from 'vitest';
import { Reads, readAs } from '#catalogue/model/reads.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { contextOf } from '../copy/context.ts';
import type { Entry } from '../model/catalogue.ts';
import { pageOf } from './index.ts';

const control = entry('controls', 'logging');
const metric = entry('metrics', 'time');
const pattern = entry('patterns', 'summary');
const catalogue = catalogueOf(control, metric, entry('risks', 'leak'), pattern);

test.each<[what: string, entry: Entry]>([
	['a pattern', pattern],
	['a control', control],
	['a metric', metric],
])('the page of %s that no record is about says the same each day', async (_, one) => {
	const reads = new Reads();
	const context = contextOf(catalogue, (path) => `https://host.example${path}`);
	await readAs({ reads }, async () => pageOf(one, context));
	expect([...reads.all()]).not.toContain('today');
});
