/** The words of this pattern: what a pass read, what a record holds, why a field waits for a person. */
import type { FieldType } from './schemas.ts';

/** One field as one pass read it, after the checks. */
export interface Reading {
	state: 'found' | 'absent' | 'unreadable' | 'ambiguous';
	/** In the form of its type; undefined for every state but found. */
	value: string | undefined;
	quote: string | undefined;
	page: number | undefined;
	confidence: number;
}

/** Why a person must look at a field. A field without any of these is settled. */
export type Why =
	| 'critical'
	| 'no-value'
	| 'low-confidence'
	| 'reconciled'
	| 'unresolved'
	| 'rule-broken'
	| 'flagged'
	| 'type-doubted';

export interface CapturedField extends Reading {
	name: string;
	type: FieldType;
	why: Why[];
	/** Rules the value breaks; they repeat no value, so a log may hold them. */
	notes: string[];
	/** What the passes read where they differ; for the reviewer alone. */
	candidates: string[];
}

/** A record on its way to the reviewer. */
export interface Capture {
	item: string;
	trace: string;
	document: string;
	documentVersion: string;
	/** Id of the document type. */
	type: string;
	schemaVersion: string;
	layout: string;
	/** Group whose members may review it. */
	group: string;
	fields: CapturedField[];
	/** What happened to the document before it was read: hidden text, dropped pages. */
	notes: string[];
}

export interface Page {
	/** Number in the document as it arrived; a dropped page leaves its number unused. */
	number: number;
	text: string;
}

export const isOpen = ({ why }: Pick<CapturedField, 'why'>): boolean => why.length > 0;
