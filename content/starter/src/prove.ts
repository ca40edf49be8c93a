/**
 * `npm run prove -- <control>`: runs the tests of one control; `all` runs those of every control.
 * What passes goes into a bundle for the catalogue. Without a name: the control table.
 */
import { realClock } from './clock.ts';
import { type ControlRow, readControls } from './controls-table.ts';
import { readEnvironment } from './environment.ts';
import { writeBundle } from './handover/bundle.ts';
import { buildRecord, shortfall, testControls } from './handover/control-tests.ts';
import { main } from './main.ts';
import { SetupError } from './refusal.ts';
import { ROOT } from './root.ts';

const BUNDLE = 'evidence/build.bundle.json';

await main(async () => {
	const rows = readControls(ROOT);
	const [name] = process.argv.slice(2);
	if (name === undefined) return printTable(rows);
	const wanted = name === 'all' ? rows : rows.filter(({ control }) => control === name);
	if (wanted.length === 0) {
		throw new SetupError(`There is no control "${name}".`, 'npm run prove lists them.');
	}
	const tested = await testControls(
		ROOT,
		wanted.map(({ control }) => control),
	);
	const problems = wanted.flatMap((row) => shortfall(row, tested) ?? []);
	for (const problem of problems) console.error(problem);
	const built = wanted.filter((row) => shortfall(row, tested) === undefined);
	if (built.length > 0) {
		const records = built.map((row) => buildRecord(row, tested, ROOT));
		const useCase = readEnvironment(ROOT).USE_CASE || undefined;
		const making = { root: ROOT, useCase, now: realClock.now() };
		writeBundle(BUNDLE, 'npm run prove in a copy of the starter', records, making);
		console.log(`${built.length} of ${wanted.length} controls pass. For the catalogue: ${BUNDLE}`);
	}
	return problems.length > 0 ? 1 : 0;
});

function printTable(rows: readonly ControlRow[]): number {
	for (const { control, acts, module, file } of rows) {
		console.log(`${control.padEnd(26)} ${(acts ?? '-').padEnd(14)} ${module.padEnd(44)} ${file}`);
	}
	console.log('\nnpm run prove -- <control> runs its tests; npm run prove -- all runs every one.');
	return 0;
}
