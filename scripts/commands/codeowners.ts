/** Writes CODEOWNERS from the owners of the entries, or checks that it still agrees with them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCatalogue } from '#catalogue/load.ts';
import { formatFinding, legible } from '#catalogue/model/finding.ts';
import { openCache } from '#catalogue/read/cache.ts';
import { CODEOWNERS_FILES, codeOwners, codeOwnersFinding } from '#catalogue/report/codeowners.ts';
import { defineCommand } from '../run.ts';
import { writeAll } from '../write-files.ts';

export const codeowners = defineCommand({
	name: 'codeowners',
	summary: 'Write CODEOWNERS from the owners of the entries, or check it.',
	usage: [
		'npm run catalogue -- codeowners [--check]',
		`  --check      write nothing; exit 1 where ${CODEOWNERS_FILES.join(' or ')} differs`,
		'GitHub reads the first file, GitLab the second; both contain the same lines.',
		'Handles of teams come from content/organisation.yaml.',
		'Exit codes: 0 written or up to date, 1 --check differs or the catalogue has errors, 2 wrong use.',
	],
	async run(args, { cwd, out, error }) {
		const { values } = parseArgs({
			args: [...args],
			options: { check: { type: 'boolean', default: false } },
		});
		const { catalogue, findings } = await loadCatalogue(cwd, { cache: openCache(cwd, error) });
		const errors = findings.filter(({ severity }) => severity === 'error');
		for (const finding of errors) out(formatFinding(finding));
		if (errors.length > 0) return 1;
		const owners = codeOwners(catalogue);
		if (!owners) {
			out('The council has no handle in content/organisation.yaml, so nothing is written.');
			return 0;
		}
		for (const team of owners.without) {
			error(`The team "${team}" has no handle, so the council reviews for it.`);
			error('    Give it one in content/organisation.yaml, such as handle: "@example/team".');
		}
		if (!values.check) {
			const files = CODEOWNERS_FILES.map((path) => ({ path, text: owners.text }));
			writeAll(cwd, files, { overwrite: true });
			out(`${CODEOWNERS_FILES.join(' and ')} were written.`);
			return 0;
		}
		const checked = await Promise.all(
			CODEOWNERS_FILES.map(async (path) => {
				const actual = await readFile(join(cwd, path), 'utf8').catch(() => undefined);
				return codeOwnersFinding(path, actual?.replaceAll('\r\n', '\n'), owners.text);
			}),
		);
		const differing = checked.filter((finding) => finding !== undefined);
		for (const finding of differing) out(formatFinding(legible(finding)));
		if (differing.length === 0) out(`${CODEOWNERS_FILES.join(' and ')} agree with the entries.`);
		return differing.length > 0 ? 1 : 0;
	},
});
