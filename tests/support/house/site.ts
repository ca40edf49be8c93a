/** The lived house catalogue in a folder, as a build reads it. */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TODAY } from '../build.ts';
import { livedHouse } from './life.ts';
import { HOUSE_URL } from './shared.ts';

const project = resolve(import.meta.dirname, '../../..');

/** Inside the project: a build runs code from beside its target that must find node_modules above. */
export const HOUSE_FOLDER = join(project, '.cache/house');
export const HOUSE_ROOT = join(HOUSE_FOLDER, 'catalogue');
export const HOUSE_BASE_URL = 'https://host.example/ai/';
/** Noon of the day of every test, so that a build is the same on any day. */
export const HOUSE_EPOCH = String(Date.parse(`${TODAY}T12:00:00Z`) / 1000);

/** Writes it anew, and says where it is and at which address. */
export async function writeHouse(): Promise<{ root: string; url: string }> {
	rmSync(HOUSE_ROOT, { recursive: true, force: true });
	mkdirSync(HOUSE_ROOT, { recursive: true });
	(await livedHouse()).write(HOUSE_ROOT);
	return { root: HOUSE_ROOT, url: HOUSE_URL };
}
