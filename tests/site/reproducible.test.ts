import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from './support/pages.ts';
import { sites } from './support/sites.ts';

const { dist, again = '' } = sites;

test('two builds of one commit write the same files', () => {
	expect(listFiles(again)).toEqual(listFiles(dist));
});

test('two builds of one commit write the same bytes', () => {
	const differing = listFiles(dist).flatMap((file) => {
		const [first, second] = [dist, again].map((site) => readFileSync(join(site, file)));
		if (!first || !second || first.equals(second)) return [];
		const at = first.findIndex((byte, index) => byte !== second[index]);
		return [
			`${file} from byte ${at}: ${first.subarray(at, at + 60)} | ${second.subarray(at, at + 60)}`,
		];
	});
	expect(differing).toEqual([]);
});
