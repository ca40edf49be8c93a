/** Turns the manifest of a starter into the draft of a use case. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCatalogue } from '#catalogue/load.ts';
import { idOf, whyNotFree } from '#catalogue/scaffold/free-id.ts';
import { readTaken } from '#catalogue/scaffold/manifest.ts';
import { useCaseFiles } from '#catalogue/scaffold/use-case.ts';
import { title as titleField } from '#schemas/fields.ts';
import { fitting, noFile, oneOf, positional, required } from '../arguments.ts';
import { defineCommand, UsageError } from '../run.ts';
import { writeAll } from '../write-files.ts';

export const register = defineCommand({
	name: 'register',
	writes: true,
	summary: 'Draft a use case from the catalogue.json of a starter that a team copied.',
	usage: [
		'npm run catalogue -- register catalogue.json --title TEXT --owner TEAM --outcome ID',
		'  --title TEXT    name of the use, such as "Warranty desk triage"; its id follows from it',
		'  --owner TEAM    team that runs it, an id in content/organisation.yaml',
		'  --outcome ID    outcome that it serves, a file in content/outcomes/',
		'The draft names the exact version that was copied. Fields that only the team can fill in are marked FILL.',
		'Exit codes: 0 written, 2 wrong use or a manifest that cannot be read.',
	],
	async run(args, { cwd, out }) {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				title: { type: 'string' },
				owner: { type: 'string' },
				outcome: { type: 'string' },
			},
		});
		const [file] = positional(positionals, 'the manifest, catalogue.json');
		const { catalogue } = await loadCatalogue(cwd);
		const taken = readTaken(textOf(resolve(cwd, file)));
		if (!taken)
			throw new UsageError(
				`${file} is not the manifest of a starter that this catalogue reads.`,
				'Give the path of catalogue.json in the folder of the starter.',
			);
		const pattern = catalogue.patterns.get(taken.pattern);
		if (!pattern)
			throw new UsageError(
				`the starter is for the pattern "${taken.pattern}", which this catalogue does not have.`,
				'Register the use in the catalogue that the starter came from.',
			);
		const title = fitting('--title', required('--title', values.title, 'the name'), titleField);
		const id = idOf(title);
		const why = whyNotFree('use-cases', id, catalogue);
		if (why) throw new UsageError(why, 'Give another title.');
		const owner = oneOf('--owner', values.owner ?? '', catalogue.ids('teams'));
		const outcome = oneOf('--outcome', values.outcome ?? '', catalogue.ids('outcomes'));
		const { version, digest } = taken;
		const given = { title, owner, outcome, pattern: pattern.id, builtOn: { version, digest } };
		const files = useCaseFiles(id, pattern, given, catalogue);
		writeAll(cwd, files);
		for (const { path } of files) out(`wrote ${path}`);
		if (version !== pattern.data.version)
			out(`The starter is version ${version}. The pattern is now at ${pattern.data.version}.`);
		out('Next: fill in the fields marked FILL, then run npm run validate.');
		return 0;
	},
});

function textOf(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		throw noFile(path, 'Give the path of catalogue.json.');
	}
}
