/**
 * The terms of this pattern: what a pass read, what is in a record, why a field waits for a person.
 */
import type { FieldType } from './schemas.ts';

/** One field as one pass read it, after the checks. */
export interface Reading {
	state: 'found' | 'absent' | 'unreadable' | 'ambiguous';
	/** In the form of its type; undefined for every state except found. */
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
	/** Rules that the value breaks. They do not repeat the value, so a log can contain them. */
	notes: string[];
	/** What the passes read if they differ; only for the reviewer. */
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
	/** Group whose members can review it. */
	group: string;
	fields: CapturedField[];
	/** What happened to the document before it was read: hidden text, dropped pages. */
	notes: string[];
}

export interface Page {
	/** Number in the document as it arrived. The number of a dropped page is not used again. */
	number: number;
	text: string;
}

export const isOpen = ({ why }: Pick<CapturedField, 'why'>): boolean => why.length > 0;
