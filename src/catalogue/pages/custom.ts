/** Parts of a page that are more than blocks: a drawing, the gates of a roll-out, a form. */
import type { Architecture } from '#schemas/pattern.ts';
import type { Variable } from '../read/prompts/variables.ts';
import type { Heat } from './coverage/heat-map.ts';
import type { MaturityView } from './maturity/view.ts';
import type { NodeLead, Told } from './pattern-drawing.ts';
import type { Gate } from './pattern-record.ts';
import type { Rung } from './portfolio/rung.ts';
import type { FormData } from './prompt-form.ts';
import type { Trend } from './trend.ts';

export type Custom =
	/** The drawing of an architecture, with its key and its files. */
	| {
			name: 'drawing';
			pattern: string;
			title: string;
			architecture: Architecture;
			leads: readonly NodeLead[];
			story: readonly Told[];
	  }
	/** The stages of a roll-out side by side, with what each asks for. */
	| { name: 'gates'; gates: readonly Gate[] }
	/** The stages with the uses at each, and what the next gate asks for. */
	| { name: 'ladder'; rungs: readonly Rung[] }
	/** What is covered by what, a cell for each pair. */
	| { name: 'heat-map'; heat: Heat }
	/** The questions of the maturity check, which the reader answers on the page. */
	| { name: 'maturity'; view: MaturityView }
	/** The runs of an evaluation over time. */
	| { name: 'trend'; trend: Trend }
	/** The form that fills a prompt in, in the browser. */
	| { name: 'prompt-form'; prompt: string; form: FormData; variables: readonly Variable[] }
	/** The source of a prompt in numbered, coloured lines. */
	| { name: 'prompt-source'; file: string; source: string }
	/** The test cases of a prompt, whose whole input folds out. */
	| { name: 'prompt-cases'; cases: readonly ShownCase[] };

/** A test case in words. */
export interface ShownCase {
	name: string;
	kind: string;
	/** The part of the input that tells it apart. */
	input: string;
	/** The whole input as JSON. */
	whole: string;
	expected: readonly string[];
	why: string | undefined;
}
