/** `npm run prove -- <control>`: runs the tests of one control. Without a name: the control table. */
import { spawnSync } from 'node:child_process';
import { readControls } from './controls-table.ts';
import { main } from './main.ts';
import { SetupError } from './refusal.ts';
import { ROOT } from './root.ts';

await main(async () => {
	const rows = readControls(ROOT);
	const [name] = process.argv.slice(2);
	if (name === undefined) {
		for (const { control, acts, module, file } of rows) {
			console.log(`${control.padEnd(26)} ${(acts ?? '-').padEnd(14)} ${module.padEnd(44)} ${file}`);
		}
		console.log('\nnpm run prove -- <control> runs its tests.');
		return 0;
	}
	if (!rows.some(({ control }) => control === name)) {
		throw new SetupError(`There is no control "${name}".`, 'npm run prove lists them.');
	}
	const flags = ['--disable-warning=ExperimentalWarning', '--test', '--test-reporter=spec'];
	const args = [...flags, `--test-name-pattern=^${name}: `, 'src/**/*.test.ts'];
	const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
	return status ?? 1;
});
