/** The only way to a model. Everything that differs between suppliers stays behind it. */
import type { ChatMessage, Config } from '../prompts/read-prompt.ts';

export interface ModelCall {
	/** What the call is for: the id of the item. */
	item: string;
	prompt: string;
	/** Alias of policy/model.yaml, never the name of a supplier's model. */
	model: string;
	messages: readonly ChatMessage[];
	config: Config;
	/** Whether the answer must be JSON. */
	json: boolean;
}

export interface ModelAnswer {
	text: string;
	/** Version that answered; compared with the pin. */
	model: string;
	inputTokens: number;
	outputTokens: number;
}

export interface ModelGateway {
	/** Where answers come from, for the first line of a run. */
	about: string;
	ask: (call: ModelCall) => Promise<ModelAnswer>;
}

/** The gateway gave no answer. The item is held. The message contains no text of the call. */
export class GatewayError extends Error {
	/** Whether it may help to ask again. */
	readonly again: boolean;

	constructor(message: string, again = false) {
		super(message);
		this.again = again;
	}
}
