/**
 * What the people who look after misuse are told. It is said in the run, and kept with its trace.
 */
import { abuseShape } from './controls/abuse-monitoring.ts';
import { readPolicy } from './policy/read-policy.ts';
import { Refusal } from './refusal.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';

export interface Watch {
	tell: (run: Run, says: string) => void;
	/** Runs a count of requests, and raises an alert if it refuses. */
	count: (run: Run, person: string, take: () => void) => void;
	/** Instructions to a tool in a record. The second time in a series raises an alert. */
	instructions: (run: Run, series: string) => void;
	/** @throws Refusal for an answer with words of the prompt. `askModel` has raised the alert. */
	assertNoPrompt: (answer: string) => void;
}

export function openWatch({ root, abuse, audit }: Services): Watch {
	const { tell: receiver, canaries = [] } = readPolicy(root, 'telemetry/abuse.yaml', abuseShape);
	const told = (run: Run, says: string, traces: readonly string[]) => {
		run.say('abuse-monitoring', `Told ${receiver}: ${says}`);
		audit.line('alert', { tell: receiver, says, traces: [...traces] });
	};
	const tell = (run: Run, says: string) => told(run, says, [run.trace]);
	return {
		tell,
		count: (run, person, take) => {
			audit.line('request', { trace: run.trace, item: run.item, by: person });
			try {
				take();
			} catch (error) {
				tell(run, 'One person asked for more lists than a day has meetings.');
				throw error;
			}
		},
		instructions: (run, series) => {
			// Here the sender is the series, because the common code counts "held texts of a sender".
			for (const { traces } of abuse.held(series, run.trace)) {
				told(run, 'A record of the same series has instructions to a tool again.', traces);
			}
		},
		assertNoPrompt: (answer) => {
			if (!canaries.some((canary) => answer.includes(canary))) return;
			throw new Refusal('abuse-monitoring', 'prompt-in-answer', 'The answer contains the prompt.');
		},
	};
}
