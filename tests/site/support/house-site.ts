/** Provides the built site of the house catalogue to the site tests; builds it where nobody has. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { HOUSE_URL } from '#tests/support/house/shared.ts';
import {
	HOUSE_BASE_URL,
	HOUSE_EPOCH,
	HOUSE_FOLDER,
	HOUSE_ROOT,
} from '#tests/support/house/site.ts';

const project = resolve(import.meta.dirname, '../../..');

export function setup({ provide }: TestProject): void {
	const given = process.env.HOUSE_DIST !== undefined;
	if (!given) execFileSync(process.execPath, ['tests/build-house.ts'], { cwd: project });
	process.env.SOURCE_DATE_EPOCH = HOUSE_EPOCH;
	const [dist, again, based] = ['root', 'again', 'base'].map((name) => {
		const folder = join(HOUSE_FOLDER, name);
		if (existsSync(join(folder, 'index.html'))) return folder;
		throw new Error(`There is no built site in ${folder}. Run: node tests/build-house.ts`);
	});
	provide('sites', {
		root: HOUSE_ROOT,
		dist: dist ?? '',
		url: HOUSE_URL,
		again: again ?? '',
		based: { dist: based ?? '', url: HOUSE_BASE_URL },
	});
}
