/** What the product is made of: a parts list by one command, as complete as the lock. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const project = new URL('../', import.meta.url);
const sbomSchema = z.object({
	bomFormat: z.literal('CycloneDX'),
	components: z.array(
		z.object({
			name: z.string(),
			version: z.string(),
			hashes: z.array(z.object({ alg: z.string(), content: z.string() })).min(1),
		}),
	),
});
const lockSchema = z.object({
	packages: z.record(z.string(), z.object({ version: z.string(), link: z.boolean().optional() })),
});

test('one command lists every package of the lock, each with its hash', () => {
	const output = execFileSync('npm', ['run', '--silent', 'sbom'], {
		cwd: project,
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024,
	});
	const { components } = sbomSchema.parse(JSON.parse(output));
	const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
	const lock: unknown = JSON.parse(readFileSync(new URL('package-lock.json', project), 'utf8'));
	const locked = Object.entries(lockSchema.parse(lock).packages).flatMap(
		([path, { version, link }]) =>
			path === '' || link ? [] : [`${path.replace(/^.*node_modules\//, '')}@${version}`],
	);
	expect(locked.filter((one) => !listed.has(one))).toEqual([]);
	expect(locked.length).toBeGreaterThan(500);
});

test('the page on security says what is defended, by what, what is accepted and how to report', () => {
	const text = readFileSync(new URL('SECURITY.md', project), 'utf8');
	for (const heading of [
		'## Report a weakness',
		'## What we defend',
		'## How each attack is met',
		'## What we accept',
	]) {
		expect(text).toContain(heading);
	}
	const places = [...text.matchAll(/^\| (?!An attacker|---).*\| (.*) \|$/gm)].flatMap(
		([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
	);
	expect(places.length).toBeGreaterThan(10);
	for (const path of places)
		expect(() => readFileSync(new URL(path, project)), path).not.toThrow(/ENOENT/);
});
