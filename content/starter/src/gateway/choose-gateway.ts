/** Chooses the gateway by the environment: two variables for a real one, none for recordings. */
import { SetupError } from '../refusal.ts';
import type { ModelGateway } from './gateway.ts';
import { httpGateway } from './http-gateway.ts';
import { readRecordings, recordedGateway } from './recorded-gateway.ts';

export interface Chosen {
	gateway: ModelGateway;
	/** Alias that replaces the one of the prompt; undefined for recordings. */
	model: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Half a setting is refused, because a run against the wrong model looks like any other run. */
export function chooseGateway(
	root: string,
	environment: Environment,
	timeoutSeconds: number,
): Chosen {
	const url = environment.GATEWAY_URL || undefined;
	const model = environment.MODEL_ALIAS || undefined;
	if (!url && !model) {
		return { gateway: recordedGateway(readRecordings(root)), model: undefined };
	}
	if (!url || !model) {
		const missing = url ? 'MODEL_ALIAS' : 'GATEWAY_URL';
		throw new SetupError(`${missing} is not set.`, 'Set both for a real gateway, or neither.');
	}
	const token = environment.GATEWAY_TOKEN || undefined;
	return { gateway: httpGateway({ url, token, timeoutSeconds }), model };
}
