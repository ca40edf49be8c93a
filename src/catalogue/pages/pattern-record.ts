/** The smaller sections of a pattern page: telemetry, roll-out gates, related patterns, changes. */

import type { Pattern } from '#schemas/pattern.ts';
import { stage as stages, type Tier, tier as tiers, trainingTopic } from '#schemas/vocabularies.ts';
import { states } from '../judge/approval/state.ts';
import { trainingOf } from '../judge/records/proof.ts';
import { atLeast, tierOf } from '../judge/tier.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { entryPath } from '../model/entry.ts';
import { titleById } from '../model/title.ts';
import { countOf } from '../words/count.ts';
import { longDay, shortDay } from '../words/day.ts';
import { capital, inside, listOf } from '../words/phrase.ts';
import { stampWords } from './pattern-approval.ts';
import type { Head } from './pattern-head.ts';

/** The answer of section 9. */
export function telemetryAnswer({ data }: Entry<'patterns'>, { policy }: Catalogue): string {
	const common = capital(countOf(policy.telemetry.signals.length, 'signal'));
	const own = data.telemetry.length;
	const added = own === 0 ? 'no extra fields' : `${countOf(own, 'extra field')}`;
	const sensitive =
		policy.telemetry.signals.filter((signal) => signal.sensitive).length +
		data.telemetry.filter((field) => field.sensitive).length;
	return `${common} on every call and ${added}. ${capital(countOf(sensitive, 'is', 'are'))} redacted first.`;
}

export interface Gate {
	title: string;
	objective: string;
	/** `left` where a later stage is reached. */
	state: 'left' | 'here' | 'ahead';
	/** What the policy asks to enter, and what this pattern asks to leave. */
	enter: readonly string[];
	exit: readonly string[];
}

/** What is known of a gate, by where the pattern stands to it. */
export const GATE_WORDS = {
	left: 'Passed, with no record of its gate',
	here: 'Now here',
	ahead: 'Not reached',
} satisfies Record<Gate['state'], string>;

/** The five stages with the gates of the policy and the exits of the pattern. */
export function gatesOf({ data }: Entry<'patterns'>, { policy }: Catalogue): Gate[] {
	const reached = stages.rank(data.stage);
	return policy.stages.map(({ stage, objective, gate }) => {
		const at = stages.rank(stage);
		return {
			title: stages.label(stage),
			objective,
			state: at < reached ? 'left' : at === reached ? 'here' : 'ahead',
			enter: gate.map(({ criterion }) => criterion),
			exit: data.rollout.find((own) => own.stage === stage)?.exit ?? [],
		};
	});
}

/** The answer of section 12: where it stands and what it must show to go on. */
export function rolloutAnswer(gates: readonly Gate[]): string {
	const at = gates.findIndex(({ state }) => state === 'here');
	const here = gates[at];
	const next = gates[at + 1];
	if (!here) return 'No stage yet.';
	const stand = `At ${inside(here.title)}, stage ${at + 1} of ${gates.length}.`;
	if (!next) return `${stand} It is the last stage.`;
	const open = here.exit.length + next.enter.length;
	const criteria = countOf(open, 'criterion', 'criteria');
	return `${stand} ${capital(criteria)} to meet before ${inside(next.title)}; none met yet.`;
}

export interface RelatedPattern {
	title: string;
	path: string;
	tier: Tier;
	why: string;
}

/** Related patterns that are in the catalogue. */
export function relatedOf(
	{ data }: Entry<'patterns'>,
	{ patterns, policy }: Catalogue,
): RelatedPattern[] {
	return data.related.flatMap(({ pattern, why }) => {
		const other = patterns.get(pattern);
		if (!other) return [];
		return {
			title: other.data.title,
			path: entryPath(other),
			tier: tierOf(other.data, policy),
			why,
		};
	});
}

/** The answer of section 16. */
export function changesAnswer({ data: { changes } }: Entry<'patterns'>): string {
	const [newest] = changes;
	const breaking = changes.filter(({ impact }) => impact === 'major').length;
	const count = capital(countOf(changes.length, 'version'));
	const asks =
		breaking === 0
			? 'None asks teams to act.'
			: `${capital(countOf(breaking, 'asks teams', 'ask teams'))} to act.`;
	if (!newest) return 'No versions yet.';
	const day = longDay(newest.date);
	return changes.length === 1
		? `The first version, of ${day}.`
		: `${count}, the latest of ${day}. ${asks}`;
}

/** The answer of section 13. */
export function skillingAnswer(pattern: Entry<'patterns'>, catalogue: Catalogue): string {
	const { people } = pattern.data;
	const change = `The work of ${countOf(people.length, 'role')} changes.`;
	const days = people
		.flatMap(({ role }) => trainingOf(pattern, role, catalogue)?.record.on ?? [])
		.sort();
	const last = days.at(-1);
	if (!last) return `${change} Training is part of release; who has finished is not recorded yet.`;
	const finished =
		days.length === people.length
			? people.length === 1
				? 'The role has finished'
				: 'All have finished'
			: `${days.length} of ${people.length} ${days.length === 1 ? 'has' : 'have'} finished`;
	return `${change} ${finished} the training, the last on ${longDay(last)}.`;
}

/** The answer of section 15. */
export function relatedAnswer(related: readonly RelatedPattern[]): string {
	if (related.length === 0) return 'No related patterns yet.';
	const count = capital(countOf(related.length, 'pattern'));
	return `${count} that you can use before, instead of or after this one.`;
}

/** Roles whose work changes, with the pages of the roles. */
export function peopleOf(pattern: Entry<'patterns'>, catalogue: Catalogue) {
	return pattern.data.people.map(({ role, ...rest }) => ({
		title: titleById('roles', role, catalogue),
		path: entryPath({ collection: 'roles', id: role }),
		...rest,
		finished: finishedBy(pattern, role, catalogue),
	}));
}

/** The training on record for a role: when, what it covered, where it is recorded. */
function finishedBy(pattern: Entry<'patterns'>, role: string, catalogue: Catalogue) {
	const record = trainingOf(pattern, role, catalogue)?.record;
	return (
		record && {
			day: shortDay(record.on),
			covers: listOf(record.covers.map((topic) => inside(trainingTopic.label(topic)))),
			source: record.source,
		}
	);
}

/** A sign against the pattern, with the pattern that fits better. */
export interface Sign {
	text: string;
	instead: { title: string; path: string } | undefined;
}

/** Signs against the pattern as a page shows them. */
export function insteadOf(
	signs: Pattern['doNotUseWhen'],
	{ patterns }: Pick<Catalogue, 'patterns'>,
): Sign[] {
	return signs.map(({ case: text, instead }) => {
		const other = instead ? patterns.get(instead) : undefined;
		return { text, instead: other && { title: other.data.title, path: entryPath(other) } };
	});
}

/** How many reasons each way the first screen has room for. */
const SHORT = 3;

/** Reasons for and against in few words; the first ones in full where there are no short forms. */
export const shortOf = ({ inShort, useWhen, doNotUseWhen }: Pattern) => ({
	use: inShort?.use ?? useWhen.slice(0, SHORT),
	avoid: inShort?.avoid ?? doNotUseWhen.slice(0, SHORT),
});

/** What a reviewer asks for at a tier. */
export function evidencePack(tier: Tier, { policy }: Catalogue): { tier: string; items: string[] } {
	const asked = policy.evidencePack.filter(({ from }) => atLeast(tier, from));
	return {
		tier: inside(tiers.label(tier)),
		items: asked.map(({ item, onlyIf }) => inside(onlyIf ? `${item}, if ${inside(onlyIf)}` : item)),
	};
}

/** Where the pattern's file can be read or edited. */
export function sourceOf({ file }: Entry, { organisation: { repository } }: Catalogue) {
	const { url, branch, edit } = repository;
	const path = edit?.replace('{branch}', branch).replace('{path}', file) ?? '';
	return { url: url.replace(/\/$/, '') + path, file };
}

/** The last line of the printed page: which content this paper shows. */
export function printLine(data: Pattern, head: Head): string {
	return `${data.title} ${data.version}. ${states[head.approval.state].label}: ${stampWords(head.approval)} SHA-256 ${head.digest}. Review by ${longDay(head.due)}.`;
}
