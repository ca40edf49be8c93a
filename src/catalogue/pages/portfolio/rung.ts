/** A step of the ladder of stages, as it is drawn. */
import type { Stage } from '#schemas/vocabularies.ts';

/** A step of the ladder. */
export interface Rung {
	stage: Stage;
	title: string;
	objective: string;
	/** How many uses are at it. */
	count: number;
	uses: readonly { title: string; path: string }[];
	/** Uses beyond those that are named. */
	more: number;
	/** What must be true to go on: how many uses of this stage meet it. */
	next: readonly { criterion: string; met: number }[];
	last: boolean;
}
