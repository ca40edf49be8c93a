/** What every command throws for a call that it cannot carry out. */

/** A call that cannot be carried out as it was made: one line and the remedy, exit code 2. */
export class UsageError extends Error {
	readonly fix: string;

	constructor(message: string, fix: string) {
		super(message);
		this.fix = fix;
	}
}
