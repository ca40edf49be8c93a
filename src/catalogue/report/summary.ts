/** The one sentence at the head of a report, and what to look at first. */

import { countOf } from '../words/count.ts';
import { capital, inside, listOf } from '../words/phrase.ts';
import type { EntryKind, EntryReport, Report } from './report.ts';

type Told = Omit<Report, 'summary' | 'attention'>;

const VERBS: Record<EntryKind, string> = {
	new: 'adds',
	withdrawn: 'withdraws',
	removed: 'removes',
	changed: 'changes',
};

/** The whole change in one sentence. */
export function summarise({ entries, findings, moved, assets, unread }: Told): string {
	const errors = findings.appeared.filter(({ severity }) => severity === 'error').length;
	const wrong = errors > 0 ? `${countOf(errors, 'new error')} to fix` : '';
	if (entries.length === 0) {
		const quiet =
			moved.length > 0
				? `only formatting, order or comments changed in ${countOf(moved.length, 'file')}`
				: assets.length > 0
					? `${countOf(assets.length, 'picture or starter file', 'pictures or starter files')} changed`
					: '';
		const says = [quiet, unreadWords(unread), wrong].filter(Boolean);
		return `No entry changes in meaning${says.length > 0 ? `; ${says.join('; ')}` : ''}.`;
	}
	const verbs = Object.keys(VERBS) as EntryKind[]; // Object.keys loses the literal keys.
	const acts = verbs.flatMap((kind) => {
		const nouns = nounsOf(entries.filter((entry) => entry.kind === kind));
		return nouns ? [`${VERBS[kind]} ${nouns}`] : [];
	});
	const breaking = entries.filter(({ impact }) => impact?.amounts === 'major');
	const undeclared = breaking.filter(({ impact }) => impact?.tooLow);
	const parts = [
		`This ${acts.length > 1 ? `${acts.slice(0, -1).join(', ')}, and ${acts.at(-1)}` : acts.join('')}`,
		breaking.length === 0
			? ''
			: `${countOf(breaking.length, 'change is', 'changes are')} breaking${undeclaredWords(breaking, undeclared)}`,
		unreadWords(unread),
		wrong,
	];
	return `${parts.filter(Boolean).join('; ')}.`;
}

function undeclaredWords(all: readonly unknown[], undeclared: readonly unknown[]): string {
	if (undeclared.length === 0) return ' and declared as such';
	if (undeclared.length === all.length) return ' and not declared as such';
	return `, ${countOf(undeclared.length, 'of them', 'of them')} not declared as such`;
}

const unreadWords = ({ base }: Told['unread']) =>
	base.length > 0 ? `${countOf(base.length, 'file')} of the base cannot be read` : '';

/** "two patterns and one prompt", in the order the entries stand. */
function nounsOf(entries: readonly EntryReport[]): string {
	const counts = new Map<string, number>();
	for (const { noun } of entries) counts.set(noun, (counts.get(noun) ?? 0) + 1);
	const single = new Set(['policy', 'organisation']);
	return listOf(
		[...counts].map(([noun, count]) => (single.has(noun) ? `the ${noun}` : countOf(count, noun))),
	);
}

/** "Pattern Support case triage"; what there is only one of has no further name. */
export function nameOf({ noun, title }: Pick<EntryReport, 'noun' | 'title'>): string {
	return title.toLowerCase() === noun ? capital(noun) : `${capital(noun)} ${title}`;
}

/** What a reader should look at first; `waived` tells what an entry is newly waived. */
export function attentionOf(
	{ entries, findings, unread }: Told,
	waived: (entry: EntryReport) => readonly string[],
): string[] {
	const lines = entries.flatMap((entry) => {
		const { title, kind, impact, changes, noun } = entry;
		const name = nameOf({ noun, title });
		const said: string[] = [];
		if (impact?.tooLow && impact.amounts !== 'patch') {
			said.push(`${name} ${amountWords(impact.amounts)}, but ${declaredWords(impact.declared)}`);
		} else if (impact?.amounts === 'major') said.push(`${name} ${amountWords('major')}`);
		if (kind === 'removed') said.push(`${name} is removed`);
		const moves = changes.filter(({ text }) =>
			/^(?:Risk tier:|Approval lost|Approval taken)/.test(text),
		);
		said.push(...moves.map(({ text }) => `${name}: ${inside(text)}`), ...waived(entry));
		return said;
	});
	const errors = findings.appeared.filter(({ severity }) => severity === 'error').length;
	if (errors > 0) lines.push(`${capital(countOf(errors, 'new error'))}, listed below`);
	if (unread.head.length > 0) {
		lines.push(
			`${capital(countOf(unread.head.length, 'file'))} cannot be read: ${listOf(unread.head)}`,
		);
	}
	return lines;
}

/** "asks teams to act": what an impact means. */
export function amountWords(impact: 'major' | 'minor' | 'patch'): string {
	return {
		major: 'is a breaking change',
		minor: 'brings something new',
		patch: 'is a correction',
	}[impact];
}

/** What the step of the version declares. */
export function declaredWords(declared: 'major' | 'minor' | 'patch' | undefined): string {
	if (!declared) return 'its version is not raised';
	return {
		major: 'its version declares a breaking change',
		minor: 'its version declares an addition',
		patch: 'its version declares a correction',
	}[declared];
}
