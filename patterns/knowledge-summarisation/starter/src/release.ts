/**
 * The release rule. The checking call must find support, and its quote must be in a passage that
 * the statement cites. What fails is dropped. If more than a third is dropped, the rest is not
 * shown either.
 */
import type { Draft, Statement } from './check.ts';
import { CONTROL, foreignFigures, isGrounded } from './controls/grounding-citations.ts';
import type { Source } from './find-sources.ts';
import { fields, number } from './policy/shape.ts';
import { Refusal, SetupError } from './refusal.ts';
import type { Verdict } from './verify.ts';

export const briefShape = fields({ statements: number, abstainOverOneIn: number });
export type BriefPolicy = ReturnType<typeof briefShape>;

/** The settings of the policy, if they are within what was approved. If not, the start stops. */
export function assertBriefPolicy(policy: BriefPolicy): BriefPolicy {
	const { statements, abstainOverOneIn } = policy;
	if (!(statements >= 3 && statements <= 8)) {
		throw new SetupError(
			`${statements} statements are not 3 to 8.`,
			'Set it in policy/brief.yaml.',
		);
	}
	if (abstainOverOneIn >= 3) return policy;
	throw new SetupError(
		`abstainOverOneIn is ${abstainOverOneIn}, below 3.`,
		'A higher number is stricter; a lower one needs a new approval of the pattern.',
	);
}

/** A source as it is shown next to the brief. */
export type Shown = Omit<Source, 'text'>;

export interface Brief {
	decision: 'answered' | 'partial';
	title: string;
	/** What the reader must know about how it was made. */
	notes: string[];
	statements: { text: string; sources: string[]; mark: string | undefined }[];
	conflicts: Draft['conflicts'];
	missing: string[];
	/** Every source that is cited, with owner and date of change. */
	sources: Shown[];
}

/** Why a statement is not shown. */
export type Drop = 'no-source' | 'no-quote' | 'unsupported' | 'contradicted';

export interface Released {
	brief: Brief;
	dropped: Partial<Record<Drop, number>>;
	/** Conflicts with a figure that is in none of their sources. */
	conflictsDropped: number;
}

/** What the two calls left, with the sources they had. */
export interface Material {
	draft: Draft;
	/** Statements the citation check dropped. */
	uncited: readonly Statement[];
	verdicts: readonly Verdict[];
	sources: readonly Source[];
	notes: readonly string[];
}

/** Why the verdict drops the statement; undefined if it is shown. */
function dropOf(
	{ sources: ids }: Statement,
	verdict: Verdict | undefined,
	sources: readonly Source[],
): Drop | undefined {
	if (!verdict || verdict.verdict === 'unsupported') return 'unsupported';
	if (verdict.verdict === 'contradicted') return 'contradicted';
	return isGrounded(verdict.quote, ids, sources) ? undefined : 'no-quote';
}

/** Drops, marks, counts. `assertGrounded` decides whether the brief can be shown. */
export function releaseBrief({ draft, uncited, verdicts, sources, notes }: Material): Released {
	const dropped: Partial<Record<Drop, number>> =
		uncited.length > 0 ? { 'no-source': uncited.length } : {};
	const statements = draft.statements.flatMap((statement, index) => {
		const verdict = verdicts[index];
		const drop = dropOf(statement, verdict, sources);
		if (drop) {
			dropped[drop] = (dropped[drop] ?? 0) + 1;
			return [];
		}
		const mark = verdict?.verdict === 'partly' ? `In part: ${verdict.problem}` : undefined;
		return [{ ...statement, mark }];
	});
	// The checking call reads only statements, so a conflict must at least not invent a figure.
	const conflicts = draft.conflicts.filter(({ about, sources: ids }) => {
		const own = sources.filter(({ id }) => ids.includes(id));
		const texts = own.flatMap(({ id, title, updated, text }) => [id, title, updated, text]);
		return foreignFigures(about, ...texts).length === 0;
	});
	const count = countOf(dropped);
	const cited = new Set([...statements, ...conflicts].flatMap((one) => one.sources));
	const whole = draft.decision === 'answered' && count === 0;
	const brief: Brief = {
		decision: whole ? 'answered' : 'partial',
		title: draft.title,
		notes: [...notes, ...(count > 0 ? [`Left out because no source supports it: ${count}.`] : [])],
		statements,
		conflicts,
		missing: draft.missing,
		sources: sources.filter(({ id }) => cited.has(id)).map(({ text: _, ...shown }) => shown),
	};
	return { brief, dropped, conflictsDropped: draft.conflicts.length - conflicts.length };
}

export const countOf = (dropped: Released['dropped']): number =>
	Object.values(dropped).reduce((sum, count) => sum + count, 0);

/**
 * @throws Refusal if more than a third of what was written is dropped, or nothing is left to show.
 */
export function assertGrounded(
	{ brief, dropped }: Released,
	{ abstainOverOneIn }: BriefPolicy,
): void {
	const count = countOf(dropped);
	const written = brief.statements.length + count;
	if (count * abstainOverOneIn > written) {
		const message = `${count} of ${written} statements dropped, more than one in ${abstainOverOneIn}.`;
		throw new Refusal(CONTROL, 'ungrounded', message);
	}
	if (brief.statements.length + brief.conflicts.length > 0) return;
	throw new Refusal(CONTROL, 'ungrounded', 'Nothing is left that a source supports.');
}
