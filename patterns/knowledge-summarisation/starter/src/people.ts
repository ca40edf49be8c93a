/**
 * What people do: open a source, report a statement, withdraw a source. Also what is learned from
 * it.
 */
import {
	type DriftPolicy,
	driftShape,
	findDrift,
	sharesOf,
	type Week,
} from './controls/drift-monitoring.ts';
import type { Report } from './controls/feedback-channel.ts';
import { monthsSince } from './find-sources.ts';
import { readPolicy } from './policy/read-policy.ts';
import type { Brief, Released } from './release.ts';
import { countOf } from './release.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';
import type { Withdrawals } from './withdrawals.ts';

/** Which of the two is wrong, because that decides who is told. */
export type Wrong = 'source' | 'brief';

export interface People {
	/** Notes a brief that was shown. */
	shown: (run: Run, released: Released) => void;
	/** A reader opens a cited source. Reported by team and never by person, so nobody is named. */
	openSource: (item: string, source: string) => void;
	/** A reader copies the brief to use it. */
	accept: (item: string) => void;
	/** A reader reports a statement. Its owner hears of a wrong source, but not of a wrong brief. */
	report: (item: string, statement: number, wrong: Wrong, by: string) => Report | undefined;
	/** The owner of a source removes it from all briefs, for all readers, from now on. */
	withdraw: (source: string, by: string) => void;
	/** The product manager blocks a question. */
	block: (question: string, by: string) => void;
	/** Compares this month with the frozen one. */
	drift: () => string[];
}

interface Shown extends Released {
	trace: string;
}

export function openPeople(services: Services, withdrawals: Withdrawals): People {
	const { feedback, telemetry, audit, clock, root } = services;
	const shown = new Map<string, Shown>();
	return {
		shown: ({ item, trace }, released) => void shown.set(item, { ...released, trace }),
		openSource: (item, source) => {
			const found = shown.get(item);
			if (!found?.brief.sources.some(({ id }) => id === source)) return;
			audit.line('opened', { trace: found.trace, item, source });
			telemetry.later(found.trace, 'user action', { 'aicat.summary.sources_opened': [source] });
		},
		accept: (item) => {
			const found = shown.get(item);
			if (!found) return;
			audit.line('person', { trace: found.trace, item, word: 'accepted' });
			telemetry.later(found.trace, 'user action', { 'aicat.user.action': 'accepted' });
		},
		report: (item, number, wrong, by) => {
			const found = shown.get(item);
			if (!found) return undefined;
			const { trace, brief } = found;
			const sources = brief.statements[number - 1]?.sources ?? [];
			const owner = brief.sources.find(({ id }) => sources.includes(id))?.owner;
			const to = wrong === 'source' ? owner : undefined;
			const report = feedback.report({ item, trace, by, ...(to !== undefined && { to }) });
			audit.line('feedback', { ...report, statement: number, sources });
			telemetry.later(trace, 'user action', { 'aicat.user.action': 'rejected' });
			return report;
		},
		withdraw: (source, by) => {
			withdrawals.withdraw(source, by);
			audit.line('withdrawn', { source, by });
		},
		block: (question, by) => {
			withdrawals.block(question, by);
			audit.line('blocked', { by });
		},
		drift: () =>
			findCitationDrift(
				monthOf([...shown.values()], clock.now()),
				readPolicy(root, 'telemetry/drift.yaml', driftShape),
			),
	};
}

const MOST_CITED = 10;
const TOP = 3;

/** Share of citations of the most cited sources, share of statements dropped, mean age of sources. */
export function monthOf(shown: readonly Released[], now: Date): Week {
	const cited = shown.flatMap(({ brief }) => brief.statements.flatMap((one) => one.sources));
	const dropped = shown.reduce((sum, one) => sum + countOf(one.dropped), 0);
	const written = dropped + shown.reduce((sum, { brief }) => sum + brief.statements.length, 0);
	const ages = shown.flatMap(({ brief }: { brief: Brief }) =>
		brief.sources.map(({ updated }) => monthsSince(updated, now)),
	);
	const age = ages.reduce((sum, months) => sum + months, 0) / Math.max(1, ages.length);
	return {
		share: Object.fromEntries(mostCited(sharesOf(cited), MOST_CITED)),
		corrected: {
			'statements dropped': Math.round((dropped / Math.max(1, written)) * 100),
			'mean age in months': Math.round(age),
		},
	};
}

const mostCited = (share: Readonly<Record<string, number>>, most: number) =>
	Object.entries(share)
		.sort(([a, left], [b, right]) => right - left || a.localeCompare(b))
		.slice(0, most);

/** What to review: a rise in either figure, and a source that is new among the three most cited. */
export function findCitationDrift(live: Week, policy: DriftPolicy): string[] {
	const { frozen } = policy;
	if (!frozen) return findDrift(live, policy);
	const rises = live.corrected;
	const risen = Object.entries(rises)
		.map(([what, now]) => ({ what, now, before: frozen.corrected[what] ?? 0 }))
		.filter(({ now, before }) => now - before >= policy.risePoints)
		.map(({ what, now, before }) => `${what}: ${now}, ${before} when frozen.`);
	const before = mostCited(frozen.share, TOP).map(([id]) => id);
	const fresh = mostCited(live.share, TOP)
		.filter(([id]) => !before.includes(id))
		.map(([id, share]) => `${id}: ${share}% of citations, not among the first ${TOP} when frozen.`);
	return [...risen, ...fresh];
}
