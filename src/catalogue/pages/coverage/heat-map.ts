/** What the drawing of a coverage map needs. Apart from what makes it, as blocks name it too. */
import type { CoverageState } from '#schemas/vocabularies.ts';

export interface HeatHead {
	title: string;
	path: string | undefined;
}

export interface HeatCell {
	state: CoverageState;
	/** What the cell shows: a number, or so many of so many. */
	text: string;
	/** Read aloud instead, where the text is an abbreviation. */
	says?: string;
}

/** What the drawing of a map needs; it is handed to the browser as HTML, row by row. */
export interface Heat {
	label: string;
	corner: string;
	groups: readonly { title: string; span: number }[];
	columns: readonly HeatHead[];
	rows: readonly { head: HeatHead; total: string; cells: readonly (HeatCell | undefined)[] }[];
	/** Every state that occurs, with what it means here. */
	key: readonly { state: CoverageState; text: string; label: string; says: string }[];
}
