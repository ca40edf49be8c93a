/** Prompts change by version: a text that changed under its old version number cannot be merged. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCases } from '../evaluation/run-cases.ts';
import { readPolicy, readText } from '../policy/read-policy.ts';
import { fields, list, number, text } from '../policy/shape.ts';
import { LOCK_FILE, readLock } from '../prompts/prompt-library.ts';
import { type Prompt, readPrompt } from '../prompts/read-prompt.ts';
import type { Job, JobContext } from './jobs.ts';

const shape = fields({ job: text, when: list(text), run: text, casesAtLeast: number });

export const prompts: Job = async (context) => {
	const { root, out } = context;
	const { casesAtLeast } = readPolicy(root, '.ci/prompts.yml', shape);
	const found = await current(context);
	for (const { name, version } of found) out(`${name} ${version}`);
	const few = found.filter(({ name }) => readCases(root, name).length < casesAtLeast);
	return [
		...unraised(root, found),
		...few.map(({ name }) => `${name} has fewer than ${casesAtLeast} cases.`),
	];
};

/** Writes the lock after review. From then on, these are the texts that run. */
export const lock: Job = async (context) => {
	const { root, out } = context;
	const found = await current(context);
	const problems = unraised(root, found);
	if (problems.length > 0) return problems;
	const entries = found.map(({ name, version, digest }) => [name, { version, digest }] as const);
	const content = { ...readLock(root), prompts: Object.fromEntries(entries) };
	writeFileSync(join(root, LOCK_FILE), `${JSON.stringify(content, null, '\t')}\n`);
	out(`${LOCK_FILE} names ${found.length} prompts.`);
	return [];
};

/** The prompts as their files have them, whatever the lock says. */
const current = ({ root }: JobContext): Promise<Prompt[]> =>
	Promise.all(
		Object.keys(readLock(root).prompts).map((name) =>
			readPrompt(name, readText(root, `prompts/${name}.prompt`)),
		),
	);

function unraised(root: string, found: readonly Prompt[]): string[] {
	const locked = readLock(root).prompts;
	return found
		.filter(({ name, version, digest }) => {
			const before = locked[name];
			return before && before.version === version && before.digest !== digest;
		})
		.map(({ name, version }) => `${name} has changed but is still ${version}. Raise its version.`);
}
