/** A control said no. The workflow turns it into a held item; nothing else may catch it. */
export class Refusal extends Error {
	/** Id of the control in the catalogue; undefined if something failed and no control refused. */
	readonly control: string | undefined;
	/** One word of the pattern's list, for the escalation signal. */
	readonly reason: string;

	constructor(control: string | undefined, reason: string, message: string) {
		super(message);
		this.control = control;
		this.reason = reason;
	}
}

/**
 * An error as a refusal. An unexpected error becomes one too, so that a person gets the item. Its
 * message is left out, because it may contain text of the item.
 */
export function refusalOf(error: unknown): Refusal {
	if (error instanceof Refusal) return error;
	const name = error instanceof Error ? error.name : typeof error;
	return new Refusal(undefined, 'failed', `It failed: ${name}.`);
}

/** Something is set up wrongly: what is wrong, and how to fix it. */
export class SetupError extends Error {
	readonly fix: string;

	constructor(message: string, fix: string) {
		super(`${message} ${fix}`);
		this.fix = fix;
	}
}
