/** Runs the tests of controls and says, for each control, what passed, what failed and where. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import type { ControlRow } from '../controls-table.ts';
import { fileDigest, type HandedOver } from './bundle.ts';

/** Tests of one control in one file. */
export interface Tested {
	control: string;
	/** Path of the test file below the root. */
	file: string;
	passed: number;
	failed: number;
}

/** Runs every test whose name starts with one of the controls. A skipped test does not count. */
export async function testControls(root: string, controls: readonly string[]): Promise<Tested[]> {
	const found = new Map<string, Tested>();
	const count = (name: string, file: string | undefined, key: 'passed' | 'failed') => {
		const control = controls.find((one) => name.startsWith(`${one}: `));
		if (control === undefined || file === undefined) return;
		const path = relative(root, file).split(sep).join('/');
		const tested = found.get(`${control} ${path}`) ?? { control, file: path, passed: 0, failed: 0 };
		tested[key] += 1;
		found.set(`${control} ${path}`, tested);
	};
	const tests = run({
		files: testFiles(root),
		testNamePatterns: [new RegExp(`^(?:${controls.join('|')}): `)],
	});
	tests.on('test:pass', ({ name, file, skip, todo }) => {
		if (skip === undefined && todo === undefined) count(name, file, 'passed');
	});
	tests.on('test:fail', ({ name, file }) => count(name, file, 'failed'));
	for await (const line of tests.compose(new spec())) process.stdout.write(line);
	return [...found.values()];
}

function testFiles(root: string): string[] {
	return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.test.ts'))
		.sort()
		.map((name) => join(root, 'src', name));
}

/** Why a control does not count as built; undefined if its tests passed. */
export function shortfall({ control }: ControlRow, tested: readonly Tested[]): string | undefined {
	const own = tested.filter((one) => one.control === control);
	const failed = own.reduce((sum, one) => sum + one.failed, 0);
	if (failed > 0) return `${control}: ${failed} of its tests failed.`;
	return own.some(({ passed }) => passed > 0) ? undefined : `${control}: it has no test.`;
}

/** The record that a control is built: its module, and the test file in which most tests passed. */
export function buildRecord(
	{ control, module }: ControlRow,
	tested: readonly Tested[],
	root: string,
): HandedOver {
	const own = tested.filter((one) => one.control === control);
	const [main] = [...own].sort((a, b) => b.passed - a.passed);
	const file = (path: string) => ({ path, digest: fileDigest(root, path) });
	return {
		kind: 'build',
		source: `npm run prove -- ${control}`,
		control,
		module: file(module),
		test: file(main?.file ?? ''),
		passed: main?.passed ?? 0,
	};
}
