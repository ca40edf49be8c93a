/**
 * What `npm start` plays: the src/example.ts of an overlay opens one over the services it is given.
 */
import type { Run } from './run.ts';

export interface Example {
	title: string;
	steps: readonly { title: string; act: () => Promise<Run> }[];
	/** What to say when all steps are done. */
	after: () => string[];
}
