/** Brings content of an older form up to the form of today. */
import { parseArgs } from 'node:util';
import { readFiles } from '#catalogue/read/files.ts';
import { migrated } from '#catalogue/scaffold/migrate/migrate.ts';
import { countOf } from '#catalogue/words/count.ts';
import { defineCommand } from '../run.ts';
import { requireCatalogue } from '../validate/check.ts';
import { type FileChange, writeAll } from '../write-files.ts';

export const migrate = defineCommand({
	name: 'migrate',
	writes: true,
	summary: 'Update content from an older format to the current one.',
	usage: [
		'npm run catalogue -- migrate [--dry-run]',
		'  --dry-run  list the files that would change, without changing them',
		'You can run it again at any time: content that is up to date stays as it is.',
		'Exit codes: 0 done, 2 wrong use or a folder that cannot be written.',
	],
	async run(args, { cwd, out }) {
		const { values } = parseArgs({
			args: [...args],
			options: { 'dry-run': { type: 'boolean', default: false } },
		});
		requireCatalogue(cwd);
		const moves = migrated(readFiles(cwd));
		if (moves.length === 0) {
			out('The content is up to date. Nothing changed.');
			return 0;
		}
		const dry = values['dry-run'];
		for (const { path, text, why } of moves) {
			out(`${text === undefined ? 'remove' : 'write'} ${path}: ${why}`);
		}
		if (dry) {
			out(
				`${countOf(moves.length, 'file')} would change. To change them, run it without --dry-run.`,
			);
			return 0;
		}
		const changes = moves.map(
			({ path, text }): FileChange =>
				text === undefined ? { path, remove: true } : { path, text },
		);
		writeAll(cwd, changes, { overwrite: true });
		out(`Changed: ${countOf(moves.length, 'file')}. Next: npm run validate, then commit.`);
		return 0;
	},
});
