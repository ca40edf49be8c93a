/** Provides the built site of the content of this repository. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { readAddress } from '#catalogue/model/address.ts';

const root = resolve(import.meta.dirname, '../../..');

export function setup({ provide }: TestProject): void {
	const dist = resolve(root, process.env.CATALOGUE_DIST ?? 'dist');
	if (!existsSync(join(dist, 'index.html'))) {
		throw new Error(`There is no built site in ${dist}. Run: npm run build`);
	}
	const page = readFileSync(join(root, 'content/organisation.yaml'), 'utf8');
	const address = readAddress(page, process.env.CATALOGUE_URL);
	if (!address) throw new Error('content/organisation.yaml has no usable site.url.');
	provide('sites', { root, dist, url: address.site + address.base });
}
