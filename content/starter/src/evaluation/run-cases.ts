/**
 * Runs the case file of every prompt through a gateway, in the same way for recordings and a model.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { validateOutput } from '../controls/output-validation.ts';
import { GatewayError, type ModelCall, type ModelGateway } from '../gateway/gateway.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { fillPrompt } from '../prompts/fill-prompt.ts';
import type { PromptLibrary } from '../prompts/prompt-library.ts';
import type { Prompt } from '../prompts/read-prompt.ts';
import { type Case, casesShape, judge } from './judge.ts';

export interface CaseResult {
	prompt: string;
	name: string;
	kind: Case['kind'];
	/** Empty for a case that passed. */
	problems: string[];
	/** Version that answered; empty where nothing did. */
	model: string;
	/** What was answered, and what was expected of it. */
	answer: string;
	expect: Case['expect'];
}

/** Where the cases of a prompt are: those of the catalogue, then the team's own labelled set. */
export const casePaths = (prompt: string): string[] => [
	`prompts/${prompt}.cases.yaml`,
	`evaluation/${prompt}.cases.yaml`,
];

/** Every case of a prompt. */
export function readCases(root: string, prompt: string): Case[] {
	return casePaths(prompt)
		.filter((file) => existsSync(join(root, file)))
		.flatMap((file) => readPolicy(root, file, casesShape).cases);
}

/** The call that a case makes. Its input skips the screen, because the case tests the prompt. */
export async function callOf(prompt: Prompt, { name, input }: Case, model = prompt.model) {
	const messages = await fillPrompt(prompt, input);
	const { config, output } = prompt;
	const call: ModelCall = {
		item: name,
		prompt: prompt.name,
		model,
		messages,
		config,
		json: !!output,
	};
	return call;
}

export async function runCases(
	root: string,
	prompts: PromptLibrary,
	gateway: ModelGateway,
	model?: string,
): Promise<CaseResult[]> {
	const results: CaseResult[] = [];
	for (const prompt of prompts.values()) {
		for (const one of readCases(root, prompt.name)) {
			const { name, kind, expect } = one;
			const about = { prompt: prompt.name, name, kind, expect };
			results.push({ ...about, ...(await resultOf(prompt, one, gateway, model)) });
		}
	}
	return results;
}

async function resultOf(
	prompt: Prompt,
	one: Case,
	gateway: ModelGateway,
	model: string | undefined,
): Promise<Pick<CaseResult, 'problems' | 'model' | 'answer'>> {
	try {
		const { text: answer, model: answered } = await gateway.ask(await callOf(prompt, one, model));
		const { problems } = prompt.output ? validateOutput(answer, prompt.output) : { problems: [] };
		return { model: answered, answer, problems: [...problems, ...judge(answer, one.expect)] };
	} catch (error) {
		if (!(error instanceof GatewayError)) throw error;
		return { model: '', answer: '', problems: [error.message] };
	}
}
