/** One call to the model with everything around it: switch, pin, limits, log, signals. */

import { assertPinned, pinOf } from '../controls/model-version-pinning.ts';
import { fillPrompt } from '../prompts/fill-prompt.ts';
import { promptNamed } from '../prompts/prompt-library.ts';
import { Refusal } from '../refusal.ts';
import type { Run } from '../run/run.ts';
import type { Services } from '../services.ts';
import { GatewayError, type ModelAnswer, type ModelCall } from './gateway.ts';

export interface Question {
	prompt: string;
	values: Readonly<Record<string, unknown>>;
	/**
	 * Alias for this call, if a workflow asks more than one model; otherwise the one of the prompt.
	 */
	model?: string;
}

/**
 * Fills the prompt and asks the model. Each guard can refuse. The order is part of the approval:
 * nothing is sent unless the switch is on, the model is on the list and the limits are not reached.
 */
export async function askModel(
	{ prompt: name, values, model: alias }: Question,
	run: Run,
	services: Services,
): Promise<ModelAnswer> {
	const prompt = promptNamed(name, services.prompts);
	const messages = await fillPrompt(prompt, values);
	const model = alias ?? services.model ?? prompt.model;
	services.killSwitch.assertOn();
	const pin = pinOf(model, services.pins);
	services.limits.takeCall();
	const { config, output } = prompt;
	const call = { item: run.item, prompt: name, model, messages, config, json: !!output };
	const started = performance.now();
	const answer = await asked(call, services);
	const seconds = (performance.now() - started) / 1000;
	for (const notice of services.limits.spend(answer)) run.say('rate-spend-limits', notice);
	services.promptLog.write({ run, prompt, model, messages, answer });
	run.child('chat', {
		'gen_ai.operation.name': 'chat',
		'gen_ai.prompt.name': prompt.name,
		'gen_ai.prompt.version': prompt.version,
		'gen_ai.request.model': model,
		'gen_ai.response.model': answer.model,
		'gen_ai.client.operation.duration': seconds,
		'gen_ai.usage.input_tokens': answer.inputTokens,
		'gen_ai.usage.output_tokens': answer.outputTokens,
	});
	for (const alert of services.abuse.answered(answer.text, run.trace)) {
		services.audit.line('alert', { ...alert });
	}
	assertPinned(answer.model, pin);
	return answer;
}

async function asked(call: ModelCall, { gateway }: Services): Promise<ModelAnswer> {
	try {
		return await gateway.ask(call);
	} catch (error) {
		if (!(error instanceof GatewayError)) throw error;
		throw new Refusal(undefined, 'gateway-unavailable', `No answer: ${error.message}`);
	}
}
