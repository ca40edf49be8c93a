/** What a report holds: the changes between two catalogues, as plain words without any markup. */
import type { ChangeImpact } from '#schemas/vocabularies.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Finding } from '../model/finding.ts';
import type { Loaded } from '../model/loaded.ts';
import type { Hunk } from '../words/word-diff.ts';
import type { TouchedJudge } from './judges.ts';

/** One change in meaning. */
export interface Change {
	/** What changed, in plain words; may quote what an author wrote. */
	text: string;
	impact: ChangeImpact;
	/** Why it has that impact. */
	because: string;
	/** Where a long text differs. */
	hunks?: readonly Hunk[];
	/** How many further places of that text differ. */
	more?: number;
	/** It is a record or a test beside the content, so no version has to declare it. */
	beside?: true;
}

export type EntryKind = 'new' | 'changed' | 'withdrawn' | 'removed';

/** Everything that changed in one entry, with the parts that a reader counts to it. */
export interface EntryReport {
	collection: string;
	id: string;
	kind: EntryKind;
	/** What it is, such as "pattern". */
	noun: string;
	title: string;
	/** Title of the pattern it is part of. */
	within?: string;
	file: string;
	/** Facts of a new entry, or the reason for one that is gone. */
	facts: readonly string[];
	changes: readonly Change[];
	/** Version before and after, where it has one. */
	version?: { before?: string; after: string };
	impact?: Impact;
	/** Ids of the teams that own it, before and after. */
	owners: readonly string[];
}

/** What the author declares, held against what the change amounts to. */
export interface Impact {
	/** The step of the version; undefined where it is not raised. */
	declared?: ChangeImpact;
	amounts: ChangeImpact;
	/** Whether less is declared than it amounts to. */
	tooLow: boolean;
	/** What the change log says of it. */
	logged: readonly string[];
}

/** Someone who must agree before the change stands. */
export interface Approver {
	/** A seat of the council that has still to sign, or the owner. */
	role: string;
	/** Name of the team that fills it. */
	team: string;
	contact: string;
	/** Titles of the entries. */
	entries: readonly string[];
}

export interface Report {
	/** The whole change in one sentence. */
	summary: string;
	/** What judges content and is changed, by kind. */
	judges: readonly TouchedJudge[];
	/** What the policy asks less of, and who fills other seats of the council. */
	lowered: readonly string[];
	entries: readonly EntryReport[];
	/** What a reader should look at first. */
	attention: readonly string[];
	approvers: readonly Approver[];
	/** One line for each pattern that is up for approval: which seats signed, which have still to. */
	signatures: readonly string[];
	findings: { appeared: readonly Finding[]; fixed: readonly Finding[] };
	/** Pictures and files of the common starter that came, went or changed. */
	assets: readonly string[];
	/** Files in which only formatting, order or comments moved. */
	moved: readonly string[];
	/** Files that did not fit the schemas of today at the base, and are compared by their data. */
	older: readonly string[];
	/** Files of which one side cannot be read, so that they are not compared. */
	unread: { base: readonly string[]; head: readonly string[] };
}

/** The two sides of a comparison, as they were loaded. */
export interface Sides {
	base: Loaded;
	head: Loaded;
	/** Entries whose file at the base does not fit the schemas of today, as they are written. */
	older: ReadonlyMap<string, { before: Entry; after: Entry }>;
}
