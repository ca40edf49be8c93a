/**
 * A release needs a recent run on the model with exactly these prompts, and a second person's name.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DAY } from '../clock.ts';
import { modelShape, pinsOf } from '../controls/model-version-pinning.ts';
import { isRecorded } from '../gateway/recorded-gateway.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { fields, list, number, text } from '../policy/shape.ts';
import { readPrompts } from '../prompts/prompt-library.ts';
import { EVIDENCE } from './evaluate.ts';
import type { Job } from './jobs.ts';

const shape = fields({
	job: text,
	when: list(text),
	run: text,
	/** How many days old the evaluation can be. */
	evaluationDays: number,
	/** Role that signs; it is never the person who built it. */
	signedOffBy: text,
	/** Share of the work that the release gets first, and for how many working days. */
	first: fields({ percent: number, workingDays: number }),
});

const runShape = fields({
	day: text,
	gateway: text,
	models: list((value: unknown) => String(value)),
	prompts: list(fields({ name: text, version: text, digest: text })),
	passed: number,
	total: number,
});

const SIGN_OFF = 'evidence/sign-off.yaml';
const signOffShape = fields({ builder: text, by: text, role: text, on: text });

export const release: Job = async ({ root, clock, out }) => {
	const policy = readPolicy(root, '.ci/release.yml', shape);
	const { percent, workingDays } = policy.first;
	out(`First ${percent}% of the work for ${workingDays} working days.`);
	for (const file of [EVIDENCE, SIGN_OFF]) {
		if (!existsSync(join(root, file))) return [`${file} is not there.`];
	}
	const problems: string[] = [];
	const run = readPolicy(root, EVIDENCE, runShape);
	const age = (clock.now().getTime() - Date.parse(run.day)) / DAY;
	if (!(age >= 0 && age <= policy.evaluationDays + 1)) {
		problems.push(
			`The evaluation is from ${run.day}. At most ${policy.evaluationDays} days are allowed.`,
		);
	}
	if (isRecorded({ about: run.gateway })) {
		problems.push('The evaluation ran on recordings, so it says nothing about a model.');
	}
	const pins = pinsOf(readPolicy(root, 'policy/model.yaml', modelShape));
	for (const model of run.models.filter((one) => ![...pins.values()].includes(one))) {
		problems.push(`The evaluation ran on "${model}", which is not a version in policy/model.yaml.`);
	}
	if (run.passed < run.total) problems.push(`${run.total - run.passed} cases did not pass.`);
	for (const { name, digest } of (await readPrompts(root)).values()) {
		if (run.prompts.some((one) => one.name === name && one.digest === digest)) continue;
		problems.push(`${name} was evaluated with a different text.`);
	}
	const signed = readPolicy(root, SIGN_OFF, signOffShape);
	if (signed.by === signed.builder)
		problems.push('The builder and the signer are the same person.');
	if (signed.role !== policy.signedOffBy) problems.push(`${policy.signedOffBy} must sign.`);
	return problems;
};
