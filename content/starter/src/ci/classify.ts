/** Checks that every field has a class, and that none is above what the pattern is cleared for. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { accessShape } from '../controls/access-control.ts';
import { dataClass, fieldsAbove, variablesAbove } from '../controls/data-classification.ts';
import { SOURCES_FILE, sourceProblems, sourcesShape } from '../controls/source-permissions.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { fields, list, text } from '../policy/shape.ts';
import { readPrompts } from '../prompts/prompt-library.ts';
import type { Job } from './jobs.ts';

const FILE = '.ci/classify.yml';
const shape = fields({ job: text, when: list(text), run: text, ceiling: dataClass });

export const classify: Job = async ({ root, out }) => {
	const { ceiling } = readPolicy(root, FILE, shape);
	const access = readPolicy(root, 'policy/access.yaml', accessShape);
	const prompts = await readPrompts(root);
	const problems = [...fieldsAbove(access), ...variablesAbove(prompts.values(), access.ceiling)];
	// The ceiling is in two files, so that raising it takes two reviews.
	if (access.ceiling !== ceiling) {
		problems.push(`policy/access.yaml says ${access.ceiling}, ${FILE} says ${ceiling}.`);
	}
	if (existsSync(join(root, SOURCES_FILE))) {
		problems.push(...sourceProblems(readPolicy(root, SOURCES_FILE, sourcesShape), access));
	}
	const count = Object.values(access.connectors).flatMap(({ read, write }) =>
		Object.keys({ ...read, ...write }),
	).length;
	out(`${count} fields. None can be above ${ceiling}.`);
	return problems;
};
