/** What reading a catalogue gives. */
import type { Catalogue } from './catalogue.ts';
import type { Finding } from './finding.ts';

export interface Loaded {
	catalogue: Catalogue;
	/** Sorted: errors and warnings of every file. */
	findings: Finding[];
}
