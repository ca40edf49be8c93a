/** What follows from a pattern's change: its tier, its approvals, the files beside it. */

import {
	councilSeat,
	evaluationDimension,
	stage as stages,
	tier as tiers,
} from '#schemas/vocabularies.ts';
import { isCommentsOnly } from '../judge/approval/comments.ts';
import { patternContents, patternDigest } from '../judge/approval/digest.ts';
import { type Approval, approvalsOf } from '../judge/approval/standing.ts';
import { computeTier, tierOf } from '../judge/tier.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { titleById } from '../model/title.ts';
import { countOf } from '../words/count.ts';
import { longDay } from '../words/day.ts';
import { inside, listOf } from '../words/phrase.ts';
import { targetWords } from '../words/target.ts';
import { weigh } from './breaking.ts';
import type { Change } from './report.ts';

type Pattern = Entry<'patterns'>;

/** The tier before and after, with the reasons that came or went. */
export function tierChanges(
	before: Pattern,
	after: Pattern,
	base: Catalogue,
	head: Catalogue,
): Change[] {
	const [was, is] = [tierOf(before.data, base.policy), tierOf(after.data, head.policy)];
	const old = computeTier(before.data, base.policy).reasons;
	const { reasons } = computeTier(after.data, head.policy);
	const says = tierWords(after, head);
	if (was !== is) {
		const kind = tiers.rank(is) > tiers.rank(was) ? 'raised' : 'lowered';
		const text = `Risk tier: ${inside(tiers.label(was))} → ${says}`;
		return [{ text, ...weigh('patterns', { path: ['tier', 'computed'], kind, after: is }) }];
	}
	const moved = reasons.length !== old.length || reasons.some((reason) => !old.includes(reason));
	if (!moved) return [];
	const text = `Risk tier stays ${says}`;
	return [{ text, ...weigh('patterns', { path: ['reasons'], kind: 'changed', after: is }) }];
}

/** The tier with its reasons: "medium, because: It uses confidential data." */
function tierWords({ data }: Pattern, { policy }: Catalogue): string {
	// A policy that was read has at least one reason for a tier.
	if (policy.tiers.length === 0) return 'unknown, as the policy cannot be read';
	const tier = tierOf(data, policy);
	const computed = computeTier(data, policy);
	const label = inside(tiers.label(tier));
	if (computed.tier !== tier) return `${label}, as its author declares`;
	if (computed.reasons.length === 0) return `${label}, because no reason for a higher one applies`;
	return `${label}, because: ${computed.reasons.join(' ')}`;
}

/** Approvals given or taken out, and those that no longer hold because the content changed. */
export function approvalChanges(
	before: Pattern,
	after: Pattern,
	base: Catalogue,
	head: Catalogue,
): Change[] {
	// Approvals of the example organisation are made again at will; nobody gave or took them.
	const real = ({ example }: Approval) => !example;
	const [old, now] = [
		approvalsOf(before, base).filter(real),
		approvalsOf(after, head).filter(real),
	];
	const given = without(now, old).map((approval) =>
		record(`Approved in the seat ${said(approval)} for version ${approval.version}`),
	);
	const taken = without(old, now).map((approval) =>
		record(
			`Approval removed from the record: the seat ${said(approval)}. Approvals must never be removed`,
		),
	);
	const held = old.filter(({ digest }) => digest === patternDigest(before, base));
	const digest = patternDigest(after, head);
	const lost = held.filter((approval) => approval.digest !== digest);
	if (lost.length === 0) return [...given, ...taken];
	const seats = listOf([...new Set(lost.map(({ seat }) => councilSeat.label(seat)))]);
	const files = changedFiles(patternContents(before, base), patternContents(after, head));
	const only = isCommentsOnly(after.id, base, head) ? ' (comments and layout only)' : '';
	const text = `Approval lost: the content is no longer what the seats of ${seats} approved; changed: ${files.join(', ')}${only}`;
	return [...given, ...taken, { ...record(text), impact: 'minor' }];
}

const said = ({ seat, by, date }: Approval) =>
	`${councilSeat.label(seat)} by ${by} on ${longDay(date)}`;

const record = (text: string): Change => ({
	text,
	impact: 'patch',
	because: 'It is a record, not content.',
	beside: true,
});

function without(list: readonly Approval[], other: readonly Approval[]): Approval[] {
	const key = ({ digest, seat, by, date }: Approval) => [digest, seat, by, date].join('\0');
	const known = new Set(other.map(key));
	return list.filter((approval) => !known.has(key(approval)));
}

/** Pictures and files of starters under a folder that came, went or changed. */
export function changedAssets(folder: string, base: Catalogue, head: Catalogue): string[] {
	const digests = ({ assets }: Catalogue) =>
		Object.fromEntries(
			assets
				.filter(({ file }) => file.startsWith(folder))
				.map(({ file, digest }) => [file.slice(folder.length), digest]),
		);
	return changedFiles(digests(base), digests(head));
}

/** Files beside the entries of a pattern, in words. */
export function assetChanges({ id }: Pattern, base: Catalogue, head: Catalogue): Change[] {
	const files = changedAssets(`patterns/${id}/`, base, head);
	if (files.length === 0) return [];
	const shown = files.length > 6 ? [...files.slice(0, 6), `${files.length - 6} more`] : files;
	return [
		{
			text: `${countOf(files.length, 'file')} of the starter or its pictures changed: ${listOf(shown)}`,
			impact: 'patch',
			because: 'Read them: only a person can judge a file.',
		},
	];
}

/** Paths whose digest differs, or that stand on one side only. */
function changedFiles(
	before: Readonly<Record<string, string>>,
	after: Readonly<Record<string, string>>,
): string[] {
	const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
	return [...paths].filter((path) => before[path] !== after[path]).sort();
}

/** What a reader must know of a pattern that is new. */
export function newPatternFacts(pattern: Pattern, head: Catalogue): string[] {
	const { data } = pattern;
	const names = (set: 'connectors' | 'models', ids: readonly string[]) =>
		ids.map((id) => titleById(set, id, head)).join('; ');
	return [
		`Risk tier ${tierWords(pattern, head)}`,
		`Stage ${inside(stages.label(data.stage))}, with ${countOf(data.controls.length, 'control')} against ${countOf(data.risks.length, 'risk')}, ${countOf(data.metrics.length, 'metric')} and ${countOf(data.prompts.length, 'prompt')}`,
		`Connectors: ${names('connectors', [...new Set(data.connectors.map(({ connector }) => connector))])}`,
		`Models: ${names('models', data.models)}`,
		...data.metrics.map(({ metric: id, target }) => {
			const metric = head.metrics.get(id)?.data;
			const symbol = metric?.symbol ?? (metric?.unit === '%' ? '%' : undefined);
			const unit = metric && !symbol ? ` (${metric.unit})` : '';
			return `Target for ${inside(metric?.title ?? id)}: ${targetWords(target, symbol)}${unit}`;
		}),
		...data.evaluation.limits.map(({ dimension, measure, unit, limit }) => {
			const name = inside(evaluationDimension.label(dimension));
			return `Release limit for ${name} (${inside(measure)}): ${targetWords(limit, unit)}`;
		}),
		...data.risks.map(
			({ risk, residual }) =>
				`Remaining risk of ${inside(head.risks.get(risk)?.data.title ?? risk)}: ${residual ?? 'none stated'}`,
		),
	];
}
