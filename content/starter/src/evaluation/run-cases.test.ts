import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelShape, pinsOf } from '../controls/model-version-pinning.ts';
import { readRecordings, recordedGateway } from '../gateway/recorded-gateway.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { readPrompts } from '../prompts/prompt-library.ts';
import { ROOT } from '../root.ts';
import { readCases, runCases } from './run-cases.ts';

const prompts = await readPrompts(ROOT);
const results = await runCases(ROOT, prompts, recordedGateway(readRecordings(ROOT)));
const pins = [...pinsOf(readPolicy(ROOT, 'policy/model.yaml', modelShape)).values()];

for (const { prompt, name, kind, problems, model } of results) {
	test(`evaluation-harness: ${prompt}, ${kind} case: ${name}`, () => {
		assert.deepEqual(problems, []);
		assert.ok(pins.includes(model), `${model} is not a pinned version`);
	});
}

test('evaluation-harness: every prompt has a golden and an edge case', () => {
	for (const name of prompts.keys()) {
		const kinds = readCases(ROOT, name).map(({ kind }) => kind);
		assert.ok(kinds.includes('golden') && kinds.includes('edge'), name);
	}
});

test('evaluation-harness: a wrong answer fails its case', async () => {
	const wrong = {
		about: 'wrong',
		ask: async () => ({ text: '{}', model: 'm', inputTokens: 0, outputTokens: 0 }),
	};
	const failed = await runCases(ROOT, prompts, wrong);
	assert.ok(failed.length > 0 && failed.every(({ problems }) => problems.length > 0));
});
