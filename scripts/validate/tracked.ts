/**
 * Refuses a repository in which git tracks what is made on each machine anew: a cache, a built site
 * or a package that was committed would be believed in every clone.
 */
import type { CheckName } from '#catalogue/model/checks.ts';
import type { Finding } from '#catalogue/model/finding.ts';
import { ask, pathsIn } from '../git-process.ts';

/** Made by Astro, by a build, or by npm; git must ignore each of them. */
const MADE = ['.astro', '.cache', 'dist', 'node_modules'];

/** A finding for each folder of which git tracks a file; none where there is no repository. */
export async function trackedFindings(root: string): Promise<Finding[]> {
	// A folder that is part of another repository, such as a fixture, answers for that part only.
	const { code, stdout } = await ask(root, ['ls-files', '-z', '--', ...MADE]).catch(() => NONE);
	if (code !== 0) return [];
	const first = new Map<string, string>();
	for (const path of pathsIn(stdout.toString())) {
		const folder = path.split('/')[0] ?? path;
		if (!first.has(folder)) first.set(folder, path);
	}
	return [...first].map(([folder, file]) => ({
		file,
		line: 1,
		column: 1,
		severity: 'error',
		rule: 'tracked' satisfies CheckName,
		message: `git tracks "${folder}", which each machine makes for itself.`,
		fix: `Run: git rm -r --cached ${folder}, and put "${folder}/" into .gitignore.`,
	}));
}

/** Git is not there: what it would track cannot be said, and nothing is cloned without it. */
const NONE = { code: 1, stdout: Buffer.alloc(0) };
