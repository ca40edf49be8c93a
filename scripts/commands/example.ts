/** Makes the example organisation again from the content: uses, records, incidents and signatures. */
import { parseArgs } from 'node:util';
import { checkFiles } from '#catalogue/load.ts';
import type { SourceFile } from '#catalogue/read/files.ts';
import { readFiles } from '#catalogue/read/files.ts';
import {
	designs,
	formerDesigns,
	isExampleFile,
	lives,
	toldDay,
} from '#catalogue/scaffold/living/living.ts';
import { TOLD_ON } from '#catalogue/scaffold/living/told.ts';
import type { NewFile } from '#catalogue/scaffold/prompt.ts';
import { countOf } from '#catalogue/words/count.ts';
import { date } from '#schemas/fields.ts';
import { fitting } from '../arguments.ts';
import { defineCommand, UsageError } from '../run.ts';
import { requireCatalogue } from '../validate/check.ts';
import { type FileChange, writeAll } from '../write-files.ts';

export const example = defineCommand({
	name: 'example',
	writes: true,
	summary: 'Make the example data again, after the content has changed.',
	usage: [
		'npm run catalogue -- example [--check] [--today DATE]',
		'  --check  write nothing; exit with 1 if the example data is not up to date',
		`  --today DATE  make it as of a later day: its dates move by whole months from ${TOLD_ON},`,
		'                so that nothing lapses by accident. Later runs keep that day',
		'It writes only files that say "example: true", and only in the example organisation.',
		'Exit codes: 0 done or up to date; 1 not up to date; 2 wrong use.',
	],
	async run(args, { cwd, out }) {
		const { values } = parseArgs({
			args: [...args],
			options: { check: { type: 'boolean', default: false }, today: { type: 'string' } },
		});
		const day = values.today === undefined ? undefined : laterDay(values.today);
		requireCatalogue(cwd);
		const changes = await exampleChanges(readFiles(cwd), day);
		if (changes.length === 0) {
			out('The example data is up to date.');
			return 0;
		}
		if (values.check) {
			for (const { path } of changes) out(path);
			out(`The example data is not up to date: ${countOf(changes.length, 'file')}.`);
			out('    Make it again: npm run catalogue -- example');
			return 1;
		}
		writeAll(cwd, changes, { overwrite: true });
		out(`Made again: ${countOf(changes.length, 'file')}. Next: npm run validate, then commit.`);
		return 0;
	},
});

/** A day as it is given: one that is, and not before the tables are told. */
function laterDay(given: string): string {
	const day = fitting('--today', given, date);
	if (day >= TOLD_ON) return day;
	throw new UsageError(
		`${day} is before ${TOLD_ON}, the day that the example describes.`,
		'Give that day or a later one.',
	);
}

/** What differs between the example data there is and the one that follows from the content. */
export async function exampleChanges(
	files: readonly SourceFile[],
	day?: string,
): Promise<FileChange[]> {
	const old = new Map(files.filter(isExample).map(({ path, text = '' }) => [path, text]));
	const told = day ?? toldDay(old.values());
	const plain = files.filter((file) => !isExample(file));
	const made = await exampleFiles(plain, told);
	const paths = new Set(made.map(({ path }) => path));
	return [
		...made.filter(({ path, text }) => old.get(path) !== text),
		...[...old.keys()]
			.filter((path) => !paths.has(path))
			.map((path): FileChange => ({ path, remove: true })),
	];
}

/** The example data that belongs to content without any. */
export async function exampleFiles(
	files: readonly SourceFile[],
	day: string = TOLD_ON,
): Promise<NewFile[]> {
	const { catalogue: plain } = await checkFiles(files, { rules: [] });
	if (!plain.organisation.example) {
		throw new UsageError(
			`"${plain.organisation.name}" is not an example organisation.`,
			'Example data has no place in it: npm run catalogue -- adopt removes what is there.',
		);
	}
	const made = designs(plain, day);
	const { catalogue } = await checkFiles([...files, ...made], { rules: [] });
	const former = await checkFiles([...files, ...formerDesigns(plain, day)], { rules: [] });
	return [...made, ...lives(catalogue, former.catalogue, day)];
}

/** Whether a file is one that this command writes. */
export const isExample = ({ path, text }: SourceFile): boolean => isExampleFile(path, text ?? '');
