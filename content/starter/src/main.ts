/** Ends a command: its exit code, or one line for what is set up wrongly and exit code 2. */
import { Refusal, SetupError } from './refusal.ts';

export async function main(run: () => Promise<number>): Promise<void> {
	try {
		process.exitCode = await run();
	} catch (error) {
		if (!(error instanceof SetupError || error instanceof Refusal)) throw error;
		console.error(error.message);
		process.exitCode = 2;
	}
}
