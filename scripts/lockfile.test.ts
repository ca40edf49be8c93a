import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
	completeLock,
	isIntegrity,
	missingEntries,
	parseLock,
	platformOf,
	withHashes,
	withoutIntegrity,
} from '#scripts/lockfile.ts';

const own = parseLock(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const lockOf = (packages: unknown) => parseLock(JSON.stringify({ lockfileVersion: 3, packages }));

describe('the lock of this project', () => {
	test('has an entry for every optional dependency, so npm ci works on every system', () =>
		expect(missingEntries(own)).toEqual([]));

	test('fixes the bytes of every package by a hash', () => {
		expect(withoutIntegrity(own)).toEqual([]);
		const hashes = Object.values(own.packages).flatMap(({ integrity }) => integrity ?? []);
		expect(hashes.filter((hash) => !isIntegrity(hash))).toEqual([]);
	});

	test('names no registry host, so it installs from any mirror', () =>
		expect(Object.entries(own.packages).filter(([, { resolved }]) => resolved)).toEqual([]));
});

describe('completing a lock', () => {
	const lock = lockOf({
		'': { name: 'site' },
		'node_modules/search': {
			version: '1.6.0',
			dev: true,
			engines: { node: '>=20' },
			optionalDependencies: { '@search/linux-x64': '1.6.0', '@search/windows-x64': '1.6.0' },
		},
		'node_modules/@search/linux-x64': { version: '1.6.0', optional: true },
	});

	test('adds the build the mirror left out, with the system it is for', () =>
		expect(completeLock(lock).lock.packages['node_modules/@search/windows-x64']).toEqual({
			version: '1.6.0',
			os: ['win32'],
			cpu: ['x64'],
			dev: true,
			optional: true,
			engines: { node: '>=20' },
		}));

	test('leaves every other field and entry as it was', () => {
		const { lock: done } = completeLock(lock);
		expect(done).toMatchObject({ lockfileVersion: 3, packages: lock.packages });
	});

	test('changes nothing the second time', () => {
		const once = completeLock(lock).lock;
		expect(completeLock(once)).toEqual({ lock: once, added: [], unknown: [] });
	});

	test('finds an entry nested in the package or in a folder above it', () => {
		const nested = lockOf({
			'node_modules/a': { optionalDependencies: { x: '1.0.0' } },
			'node_modules/a/node_modules/x': { version: '1.0.0' },
			'node_modules/b/node_modules/c': { optionalDependencies: { y: '1.0.0' } },
			'node_modules/y': { version: '1.0.0' },
		});
		expect(missingEntries(nested)).toEqual([]);
	});

	test('reports a name or a range it cannot work out, rather than guess', () => {
		const odd = lockOf({
			'node_modules/a': { optionalDependencies: { native: '1.0.0', 'b-linux-x64': '^1.0.0' } },
		});
		expect(completeLock(odd)).toMatchObject({
			added: [],
			unknown: ['native@1.0.0', 'b-linux-x64@^1.0.0'],
		});
	});
});

test('a hash is asked for where one is missing, and stands where npm writes it', () => {
	const lock = lockOf({
		'': { name: 'site' },
		'node_modules/linked': { link: true },
		'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' },
		'node_modules/a/node_modules/@b/c': { version: '2.0.0', optional: true },
	});
	const path = 'node_modules/a/node_modules/@b/c';
	expect(withoutIntegrity(lock)).toEqual([{ path, name: '@b/c', version: '2.0.0' }]);
	const done = withHashes(lock, new Map([[path, 'sha512-y']]));
	expect(Object.keys(done.packages[path] ?? {})).toEqual(['version', 'integrity', 'optional']);
	expect(withoutIntegrity(done)).toEqual([]);
});

test.each([
	['@pagefind/windows-arm64', { os: ['win32'], cpu: ['arm64'] }],
	['@tailwindcss/oxide-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
	['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
	['@img/sharp-linuxmusl-x64', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
	['@astrojs/compiler-binding-wasm32-wasi', { cpu: ['wasm32'] }],
	['@esbuild/darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
	['fsevents', undefined],
])('the system of %s is read from its name', (name, platform) =>
	expect(platformOf(name)).toEqual(platform),
);
