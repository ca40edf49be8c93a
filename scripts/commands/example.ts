/** Brings the example organisation up to date: versions, fingerprints, dates and signatures. */
import { parseArgs } from 'node:util';
import { checkFiles } from '#catalogue/load.ts';
import type { SourceFile } from '#catalogue/read/files.ts';
import { readFiles } from '#catalogue/read/files.ts';
import {
	isExampleFile,
	toldAsOf,
	withLivesToday,
	withUsesToday,
} from '#catalogue/scaffold/living/living.ts';
import { toldDay } from '#catalogue/scaffold/living/told.ts';
import { builtOnPrompts } from '#catalogue/scaffold/living/uses.ts';
import { countOf } from '#catalogue/words/count.ts';
import { date } from '#schemas/fields.ts';
import { fitting } from '../arguments.ts';
import { defineCommand, UsageError } from '../run.ts';
import { requireCatalogue } from '../validate/check.ts';
import { type FileChange, writeAll } from '../write-files.ts';

export const example = defineCommand({
	name: 'example',
	writes: true,
	summary: 'Bring the example data up to date, after the content has changed.',
	usage: [
		'npm run catalogue -- example [--check] [--today DATE]',
		'  --check  write nothing; exit with 1 if the example data is not up to date',
		'  --today DATE  describe a later day: the dates move by whole months, so that',
		'                nothing lapses by accident. Later runs start from that day',
		'It writes only files that say "example: true", and only in the example organisation.',
		'Exit codes: 0 done or up to date; 1 not up to date; 2 wrong use.',
	],
	async run(args, { cwd, out }) {
		const { values } = parseArgs({
			args: [...args],
			options: { check: { type: 'boolean', default: false }, today: { type: 'string' } },
		});
		const day = values.today === undefined ? undefined : fitting('--today', values.today, date);
		requireCatalogue(cwd);
		const changes = await exampleChanges(readFiles(cwd), day);
		if (changes.length === 0) {
			out('The example data is up to date.');
			return 0;
		}
		if (values.check) {
			for (const { path } of changes) out(path);
			out(`The example data is not up to date: ${countOf(changes.length, 'file')}.`);
			out('    Bring it up to date: npm run catalogue -- example');
			return 1;
		}
		writeAll(cwd, changes, { overwrite: true });
		out(
			`Brought up to date: ${countOf(changes.length, 'file')}. Next: npm run validate, then commit.`,
		);
		return 0;
	},
});

/** What has to change for the example to follow from the content, and to be as of that day. */
export async function exampleChanges(
	files: readonly SourceFile[],
	day?: string,
): Promise<FileChange[]> {
	const { catalogue, findings } = await checkFiles(files, { rules: [] });
	if (!catalogue.organisation.example) {
		throw new UsageError(
			`"${catalogue.organisation.name}" is not an example organisation.`,
			'It must not contain example data: npm run catalogue -- adopt removes it.',
		);
	}
	const old = new Map(files.filter(isExample).map(({ path, text = '' }) => [path, text]));
	const error = findings.find(({ severity, file }) => severity === 'error' && !old.has(file));
	if (error) {
		// The approvals of a broken file would be removed, as those of a file that is gone.
		throw new UsageError(
			`${error.file} has an error, so the example cannot follow from it.`,
			'Fix it first: npm run validate shows where.',
		);
	}
	const told = toldDay(old.values());
	if (day && day < told) {
		throw new UsageError(
			`${day} is before ${told}, the day that the example describes now.`,
			'Give that day or a later one.',
		);
	}
	const uses = withUsesToday(day ? toldAsOf(old, day) : old, catalogue);
	const whole = await checkFiles([...files.filter((file) => !isExample(file)), ...filesOf(uses)], {
		rules: [],
	});
	const now = withLivesToday(uses, whole.catalogue, builtOnPrompts(old));
	return [
		...filesOf(now).filter(({ path, text }) => old.get(path) !== text),
		...[...old.keys()]
			.filter((path) => !now.has(path))
			.map((path): FileChange => ({ path, remove: true })),
	];
}

const filesOf = (texts: ReadonlyMap<string, string>) =>
	[...texts].map(([path, text]) => ({ path, text }));

/** Whether a file belongs to the example, and is no picture or file of a starter. */
export const isExample = ({ path, text, asset }: SourceFile): boolean =>
	asset === undefined && isExampleFile(path, text ?? '');
