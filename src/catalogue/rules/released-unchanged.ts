/** A released prompt is never changed: its text has the digest that the change log took down. */

import type { Catalogue, Entry } from '../model/catalogue.ts';
import { fileDigest } from '../model/digest.ts';
import type { Problem, Rule } from '../model/rule.ts';

const RESTORE_LOG = 'Restore the change log from git.';

/** Digest of the released prompt that the example stands beside (examples/minimal.ts). */
export const MINIMAL_RELEASE_DIGEST =
	'c74657b50576cd67e976d24da47381bb55b7697484d47401ee57d7ddb695cf6f';

const logWith = (digest: string) =>
	`catalogue.changes:
  - version: "1.0.0"
    date: 2026-11-01
    impact: major
    summary: Answers in one sentence.
    action: Switch to the shorter answer.
  - version: "0.9.0"
    date: 2026-11-01
    impact: minor
    summary: First version of it.
    digest: "${digest}"`;

export const releasedUnchanged: Rule = {
	id: 'released-unchanged',
	phase: 'structure',
	severity: 'error',
	judgesFrozen: true,
	summary: 'Every released prompt is kept, and is in the change log with the digest of its text.',
	why: 'Teams pin a version and compare with it. If a text changed under the same version, it would change what they run, and none of their tests would tell them why.',
	source: 'Project brief, section 3, how prompts are versioned; our own rule for the digest',
	example: {
		in: 'prompts',
		fails: logWith('0'.repeat(64)),
		passes: logWith(MINIMAL_RELEASE_DIGEST),
	},
	*check(catalogue) {
		for (const prompt of catalogue.prompts.values()) yield* logOf(prompt, catalogue);
		for (const release of catalogue.releases.values()) yield* releaseOf(release, catalogue);
	},
};

const UNDO = 'Restore the file from git, and put the change into a new version: npm run release';

/** Every version that was left since the first digest was taken down has its text. */
function* logOf(entry: Entry<'prompts'>, { knows }: Catalogue): Generator<Problem> {
	const changes = entry.data['catalogue.changes'];
	const first = changes.findLastIndex(({ digest }) => digest !== undefined);
	for (const [index, { version, digest }] of changes.slice(0, first + 1).entries()) {
		const path = ['catalogue.changes', index, digest ? 'digest' : 'version'];
		if (index === 0) {
			if (!digest) continue;
			const message = `${version} is the version in use, but has a digest, which only earlier versions have.`;
			yield { entry, path, message, fix: 'Remove the digest. `npm run release` writes it.' };
		} else if (!digest) {
			const message = `${version} was released without a digest.`;
			yield { entry, path, message, fix: RESTORE_LOG };
		} else if (!knows('releases', `${entry.id}@${version}`)) {
			const message = `the released text of ${version} is missing.`;
			const fix = `Restore prompts/released/${entry.id}@${version}.prompt from git.`;
			yield { entry, path, message, fix };
		}
	}
}

function* releaseOf(entry: Entry<'releases'>, catalogue: Catalogue): Generator<Problem> {
	const [name = '', version = ''] = entry.id.split('@');
	const prompt = catalogue.prompts.get(name);
	if (!prompt || prompt.parent !== entry.parent) {
		if (!prompt && catalogue.knows('prompts', name)) return;
		const message = `this is a release of "${name}", but the pattern has no such prompt.`;
		yield {
			entry,
			path: [],
			message,
			fix: 'Move it to the folder of its prompt, or restore the prompt.',
		};
		return;
	}
	if (entry.data.version !== version) {
		const message = `the text says version ${entry.data.version}, but the file name says ${version}.`;
		yield { entry, path: ['version'], message, fix: UNDO };
	}
	const change = prompt.data['catalogue.changes'].find((one) => one.version === version);
	if (!change) {
		const message = `${version} is not in the change log of "${name}".`;
		const fix = 'Delete the file, or restore the change log from git.';
		yield { entry, path: ['version'], message, fix };
	} else if (!change.digest) {
		const message = `the change log of "${name}" has no digest for ${version}.`;
		yield { entry, path: ['version'], message, fix: RESTORE_LOG };
	} else if (change.digest !== fileDigest(entry.source)) {
		yield { entry, path: [], message: `the text changed after it was released.`, fix: UNDO };
	}
}
