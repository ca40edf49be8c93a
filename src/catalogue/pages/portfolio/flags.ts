/** Red flags in words: what is wrong, where, what closes it, who does it and by when. */
import { type RedFlag, redFlag } from '#schemas/vocabularies.ts';
import { states } from '../../judge/approval/state.ts';
import { type Closer, type Flag, isBad } from '../../judge/portfolio/flags.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { entryPath, titleOf } from '../../model/entry.ts';
import { compare } from '../../model/finding.ts';
import { teamOf } from '../../model/team.ts';
import { countOf } from '../../words/count.ts';
import { shortDay } from '../../words/day.ts';
import { formatNumber } from '../../words/number.ts';
import { inside } from '../../words/phrase.ts';
import {
	type Block,
	joined,
	link,
	mark,
	quiet,
	type Row,
	type Sign,
	strong,
	table,
	text,
	type Words,
} from '../blocks.ts';
import { MOST_NAMES } from './paths.ts';

/** Section of the page of a use where a flag of this kind can be looked into. */
const PLACES: Record<RedFlag, string> = {
	'incident-open': 'incidents',
	'report-late': 'incidents',
	'control-missing': 'controls',
	'not-approved': 'approval',
	'gate-missed': 'gates',
	'pilot-over': 'gates',
	'not-proven': 'controls',
	'proof-lapsed': 'controls',
	'off-target': 'measures',
	'not-measured': 'measures',
	drift: 'built-on',
	'waiver-ends': 'waivers',
	'model-retires': 'model',
	'review-overdue': 'approval',
	'one-supplier': 'model',
};

/** What closes a flag where its author has not written down a plan. */
const CLOSES: Record<RedFlag, string> = {
	'incident-open': 'Finish the actions, then close the incident',
	'report-late': 'Tell them now, and record when',
	'control-missing': 'Build the control and record the evidence',
	'not-approved': 'Pause the use, or have it approved',
	'gate-missed': 'Record what is missing, or go back a stage',
	'pilot-over': 'Decide: go to production, extend the pilot or end it',
	'not-proven': 'Record the evidence, or plan a day for it',
	'proof-lapsed': 'Record new evidence',
	'off-target': 'Decide whether to change the use or the target',
	'not-measured': 'Record the first value',
	drift: 'Put the part back, or have the change approved',
	'waiver-ends': 'Build the control before the waiver ends',
	'model-retires': 'Move to a newer version, and run the evaluation on it',
	'review-overdue': 'Review the use, and have it approved again',
	'one-supplier': 'Give some of them a fallback model of another supplier',
};

const SIGNS: Partial<Record<RedFlag, Sign>> = {
	'proof-lapsed': 'clock',
	'waiver-ends': 'clock',
	'model-retires': 'clock',
	'review-overdue': 'clock',
	'not-measured': 'open',
};

/** The mark of a flag. */
const flagMark = (flag: Flag): Words =>
	isBad(flag)
		? mark(redFlag.label(flag.kind), 'bad', 'gap')
		: mark(redFlag.label(flag.kind), 'warn', SIGNS[flag.kind] ?? 'half');

/** Where the flag can be looked into. */
const placeOf = ({ use, kind }: Flag): string | undefined =>
	use && `${entryPath(use)}#${PLACES[kind]}`;

/** The one thing a flag is about, in words. */
export function aboutWords({ about, kind }: Flag, { all }: Catalogue): string {
	if (about === undefined) return '';
	if (kind === 'not-approved') {
		// The judge gives the state of the entry; words for it are in one table.
		return inside(states[about as keyof typeof states]?.label ?? String(about));
	}
	if (typeof about === 'string') return about;
	const entry = all[about.collection].get(about.id);
	const name = entry ? titleOf(entry) : about.id;
	return about.collection === 'incidents' ? name : inside(name);
}

/** Who closes a flag. */
export const closerWords = (who: Closer, catalogue: Catalogue): string =>
	'team' in who ? teamOf(who.team, catalogue).name : who.role;

/** What closes it, from the author's own plan where there is one. */
export const closesWords = ({ plan, kind }: Flag): string => plan ?? CLOSES[kind];

const COLUMNS = ['Red flag', 'Where', 'How to close it', 'Who', { label: 'By', whole: true }];

/** The flags of one use, each in a row. */
export function useFlags(flags: readonly Flag[], catalogue: Catalogue): Block {
	return table(
		'Red flags of this use',
		COLUMNS,
		flags.map((flag) => [
			flagMark(flag),
			[link(aboutWords(flag, catalogue) || 'This use', `#${PLACES[flag.kind]}`)],
			closesWords(flag),
			closerWords(flag.who, catalogue),
			flag.by ? shortDay(flag.by) : quiet('No date'),
		]),
		{ look: 'flags' },
	);
}

/** All flags by kind, the most serious first. */
export function allFlags(flags: readonly Flag[], catalogue: Catalogue): Block[] {
	if (flags.length === 0) {
		return [text('There are no red flags. The catalogue checks again at each build.')];
	}
	const rows = redFlag.values.flatMap((kind): Row[] => {
		const same = flags.filter((flag) => flag.kind === kind);
		const [first] = same;
		if (!first) return [];
		return [
			{
				id: `flag-${kind}`,
				cells: [
					flagMark(first),
					strong(formatNumber(same.length)),
					whereWords(same, catalogue),
					unique(same.map(closesWords), 2),
					unique(
						same.map(({ who }) => closerWords(who, catalogue)),
						3,
					),
					firstDay(same),
				],
			},
		];
	});
	const [flag, ...others] = COLUMNS;
	return [
		{
			kind: 'table',
			label: 'Red flags: what is wrong, where, and how to close it',
			look: 'flags',
			columns: [flag ?? '', { label: 'Count', num: true }, ...others].map((column) =>
				typeof column === 'string' ? { label: column } : column,
			),
			groups: [{ rows }],
		},
	];
}

/** Each use once, with what the flags of this kind are about in it. */
function whereWords(flags: readonly Flag[], catalogue: Catalogue): Words {
	const byUse = Map.groupBy(flags, ({ use }) => use?.id ?? '');
	const shown = [...byUse.values()].slice(0, MOST_NAMES).map((same): Words => {
		const [first] = same;
		const about = [...new Set(same.map((flag) => aboutWords(flag, catalogue)))]
			.filter(Boolean)
			.join(', ');
		const to = first && placeOf(first);
		if (!first?.use || !to) return about;
		return [link(first.use.data.title, to), about && `: ${about}`];
	});
	const more = byUse.size - shown.length;
	return [joined(shown, '; '), more > 0 && ` and ${countOf(more, 'other use', 'other uses')}`];
}

function unique(values: readonly string[], most: number): Words {
	const all = [...new Set(values)].map((value, _at, { length }) =>
		// A sentence of a team's plan, between semicolons.
		length > 1 ? value.replace(/\.$/, '') : value,
	);
	const more = all.length - most;
	return [all.slice(0, most).join('; '), more > 0 && `; ${more} more`];
}

function firstDay(flags: readonly Flag[]): Words {
	const [first] = flags.flatMap(({ by }) => by ?? []).sort(compare);
	return first ? shortDay(first) : quiet('No date');
}
