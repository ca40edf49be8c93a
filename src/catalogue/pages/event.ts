/** An event of the catalogue, and the words for its kind. */

/** Kinds of events, each with the words a reader sees. */
export const EVENT_WORDS = {
	new: 'New',
	changed: 'Changed',
	breaking: 'Breaking change',
	deprecated: 'Deprecated',
	withdrawn: 'Withdrawn',
	overdue: 'Review overdue',
	approved: 'Approved',
	waiver: 'Waiver granted',
	'waiver-ended': 'Waiver ended',
	lapsed: 'Proof lapsed',
	stage: 'New stage',
	incident: 'Incident',
	'incident-closed': 'Incident closed',
} as const;
export type EventKind = keyof typeof EVENT_WORDS;

export interface CatalogueEvent {
	kind: EventKind;
	/** Day it happened, or for an overdue review the day it was due. */
	date: string;
	/** Tells the events of one entry apart, for ever: a version, or the kind. */
	mark: string;
	title: string;
	path: string;
	/** Word for the entry, such as "pattern". */
	noun: string;
	version: string | undefined;
	summary: string;
	/** What a team that uses the entry must do; empty where there is nothing. */
	action: string;
	/** Page that compares this version with the one before. */
	compared: string | undefined;
	/** Pattern whose feed tells of it too. */
	pattern: string | undefined;
	/** Invented, in the organisation that shows what the catalogue does. */
	example: boolean;
}
