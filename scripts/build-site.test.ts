/** What a build does with the way in which its programs end. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#tests/support/repository.ts';
import { buildSite } from './build-site.ts';

/** A project whose two programs write a file each, and end with these codes. */
function project(make: number, astro: number): string {
	const cwd = temporaryFolder();
	const program = (path: string, site: string, name: string, code: number) => {
		mkdirSync(dirname(join(cwd, path)), { recursive: true });
		const text = `import { writeFileSync } from 'node:fs';
writeFileSync(\`\${${site}}/${name}\`, '');
console.log('${name} ran');
process.exitCode = ${code};
`;
		writeFileSync(join(cwd, path), text);
	};
	program('src/site/make.ts', 'process.argv[2]', 'make', make);
	program('node_modules/astro/bin/astro.mjs', 'process.argv[4]', 'astro', astro);
	writeFileSync(join(cwd, 'node_modules/astro/package.json'), '{ "name": "astro" }');
	writeFileSync(join(cwd, 'package.json'), '{ "type": "module" }');
	mkdirSync(join(cwd, 'dist'));
	writeFileSync(join(cwd, 'dist/before'), 'before');
	return cwd;
}

const has = (cwd: string, name: string) => {
	try {
		return readFileSync(join(cwd, 'dist', name), 'utf8') !== undefined;
	} catch {
		return false;
	}
};

test.each([
	{ make: 0, astro: 9, ok: true, stands: ['make'], says: ['make ran'] },
	{ make: 1, astro: 9, ok: false, stands: ['before'], says: ['make ran'] },
	{ make: 3, astro: 0, ok: true, stands: ['astro'], says: ['make ran', 'astro ran'] },
	{ make: 3, astro: 1, ok: false, stands: ['before'], says: ['make ran', 'astro ran'] },
])(
	'the program ends with $make and Astro with $astro: $stands stands',
	async ({ make, astro, ok, stands, says }) => {
		const cwd = project(make, astro);
		const result = await buildSite({ cwd, outDir: 'dist' });
		expect(result.ok).toBe(ok);
		expect(result.output.trim().split('\n')).toEqual(says);
		expect(['before', 'make', 'astro'].filter((name) => has(cwd, name))).toEqual(stands);
		expect(readdirSync(cwd).filter((name) => name.startsWith('.dist'))).toEqual([]);
	},
);

const left = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);

test('a build that was killed leaves nothing once the next one has ended, wherever its site stands', async () => {
	const cwd = project(0, 9);
	const outDir = join(temporaryFolder(), 'site');
	const make = join(cwd, 'src/site/make.ts');
	const whole = readFileSync(make, 'utf8');
	// Nothing of the build gets to say a word: the command and its program are gone at once.
	writeFileSync(
		make,
		`import { writeFileSync } from 'node:fs';
writeFileSync(process.env.CATALOGUE_WORK + '/half', '');
process.kill(process.ppid, 'SIGKILL');
process.kill(process.pid, 'SIGKILL');
`,
	);
	const code = `import { buildSite } from '${import.meta.resolve('./build-site.ts')}';
await buildSite(${JSON.stringify({ cwd, outDir })});
`;
	spawnSync(process.execPath, ['--input-type=module', '-e', code]);
	const work = join(cwd, '.astro');
	expect(left(work)).toHaveLength(1);
	expect(left(dirname(outDir))).toHaveLength(1);

	writeFileSync(make, whole);
	expect((await buildSite({ cwd, outDir })).ok).toBe(true);
	expect(left(work)).toEqual([]);
	expect(left(dirname(outDir))).toEqual(['site']);
});
