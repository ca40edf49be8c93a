/** The jobs of `.ci/` that your pipeline calls, so that code enforces the rules. */
import type { Clock } from '../clock.ts';
import type { ModelGateway } from '../gateway/gateway.ts';
import { classify } from './classify.ts';
import { evaluate } from './evaluate.ts';
import { lock, prompts } from './prompts.ts';
import { release } from './release.ts';

export interface JobContext {
	root: string;
	clock: Clock;
	gateway: ModelGateway;
	model: string | undefined;
	/** Id of your use case in the catalogue. */
	useCase?: string | undefined;
	out: (line: string) => void;
}

/** Does its work and returns what is wrong, one sentence each. */
export type Job = (context: JobContext) => Promise<string[]>;

export const JOBS: Readonly<Record<string, Job>> = { classify, prompts, evaluate, release, lock };
