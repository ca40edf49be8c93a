/** What `npm start` plays: an overlay's src/example.ts opens one over the services it is given. */
import type { Run } from './run.ts';

export interface Example {
	title: string;
	steps: readonly { title: string; act: () => Promise<Run> }[];
	/** What is left to say when all steps are done. */
	after: () => string[];
}
