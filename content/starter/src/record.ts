/**
 * `npm run record`: asks the gateway of the environment for every case and example, and keeps the
 * answers for tests. `-- --rekey` keeps the answers there are and ties them, by name, to the
 * messages of today. Use it only if your change of a prompt cannot change the answers.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixedClock } from './clock.ts';
import { limitsShape } from './controls/rate-spend-limits.ts';
import { readEnvironment } from './environment.ts';
import { callOf, readCases } from './evaluation/run-cases.ts';
import { EXAMPLE_START, openExample } from './example.ts';
import { chooseGateway } from './gateway/choose-gateway.ts';
import {
	GatewayError,
	type ModelAnswer,
	type ModelCall,
	type ModelGateway,
} from './gateway/gateway.ts';
import {
	answerOf,
	callDigest,
	type Recording,
	readRecordings,
} from './gateway/recorded-gateway.ts';
import { main } from './main.ts';
import { readPolicy } from './policy/read-policy.ts';
import { readPrompts } from './prompts/prompt-library.ts';
import { SetupError } from './refusal.ts';
import { ROOT } from './root.ts';
import { openServices } from './services.ts';

interface Noted {
	call: ModelCall;
	answer: ModelAnswer;
}

/** Answers by the name of their item, whatever was asked. */
function byName(recordings: ReadonlyMap<string, Recording>): ModelGateway {
	return {
		about: 'Answers stored by name',
		ask: async ({ prompt, item, model }) => {
			const recording = recordings.get(prompt);
			const named = recording?.answers.filter(({ name }) => name === item) ?? [];
			const found = named.find(({ alias }) => alias === model) ?? named.find((one) => !one.alias);
			if (recording && found) return answerOf(found.answer, found.model ?? recording.model);
			throw new GatewayError(`there is no answer of ${prompt} named "${item}".`);
		},
	};
}

function noting(source: ModelGateway, noted: Map<string, Noted>): ModelGateway {
	return {
		about: source.about,
		ask: async (call) => {
			const answer = await source.ask(call).catch((error: unknown) => {
				console.error(`${call.prompt}, ${call.item}: ${String(error)}`);
				throw error;
			});
			noted.set(call.model + callDigest(call.messages), { call, answer });
			return answer;
		},
	};
}

function recordingOf(prompt: string, from: string, noted: ReadonlyMap<string, Noted>): Recording {
	const own = [...noted.values()].filter(({ call }) => call.prompt === prompt);
	const model = own[0]?.answer.model ?? '';
	return {
		from,
		model,
		answers: own.map(({ call, answer }) => ({
			name: call.item,
			digest: callDigest(call.messages),
			answer: asJson(answer.text),
			alias: answer.model === model ? undefined : call.model,
			model: answer.model === model ? undefined : answer.model,
		})),
	};
}

function asJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

await main(async () => {
	const rekey = process.argv.includes('--rekey');
	const { timeoutSeconds } = readPolicy(ROOT, 'policy/limits.yaml', limitsShape);
	const { gateway, model } = chooseGateway(ROOT, readEnvironment(ROOT), timeoutSeconds);
	if (!rekey && !model) {
		throw new SetupError('No gateway is set.', 'Set GATEWAY_URL and MODEL_ALIAS, or add --rekey.');
	}
	const kept = readRecordings(ROOT);
	const noted = new Map<string, Noted>();
	const source = noting(rekey ? byName(kept) : gateway, noted);
	const prompts = await readPrompts(ROOT);
	for (const prompt of prompts.values()) {
		for (const one of readCases(ROOT, prompt.name)) {
			await source.ask(await callOf(prompt, one, model)).catch(() => undefined);
		}
	}
	const services = await openServices({
		root: ROOT,
		clock: fixedClock(EXAMPLE_START),
		gateway: source,
	});
	for (const { act } of openExample({ ...services, model }).steps) await act();
	for (const name of prompts.keys()) {
		const from = rekey ? (kept.get(name)?.from ?? 'kept') : gateway.about;
		const file = `recordings/${name}.json`;
		writeFileSync(
			join(ROOT, file),
			`${JSON.stringify(recordingOf(name, from, noted), null, '\t')}\n`,
		);
		console.log(file);
	}
	return 0;
});
