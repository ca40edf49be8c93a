/**
 * Knowledge summarisation: a search with the reader's own rights, one call that writes, one call on
 * another model that checks, and a rule that drops what is not supported. The nodes are those of
 * the pattern's drawing, in its order.
 */
import { openAdmission, type Question } from './admit.ts';
import { passagesById, withoutMarks } from './assemble.ts';
import { openCalls } from './calls.ts';
import { ConnectorDown } from './connectors/connector.ts';
import {
	assertSources,
	openRights,
	SOURCES_FILE,
	sourcesShape,
	type Wait,
} from './controls/source-permissions.ts';
import { type Filter, findSources, type Source } from './find-sources.ts';
import { openPeople, type People } from './people.ts';
import { readPolicy } from './policy/read-policy.ts';
import { Refusal, refusalOf } from './refusal.ts';
import {
	assertBriefPolicy,
	assertGrounded,
	type Brief,
	briefShape,
	countOf,
	type Material,
	releaseBrief,
	type Shown,
} from './release.ts';
import { openRun, type Run } from './run/run.ts';
import { openSourceScreen } from './screen.ts';
import type { Services } from './services.ts';
import type { Systems } from './stores.ts';
import { openWithdrawals } from './withdrawals.ts';

export const PATTERN = 'knowledge-summarisation';

export interface Answered {
	run: Run;
	/**
	 * Undefined if there is no brief: then the reader gets the list of sources, and what is missing.
	 */
	brief: Brief | undefined;
	sources: Shown[];
	missing: string[];
}

export interface Briefs extends People {
	/** Takes one question to a brief, to a gap that it states, or to the list of sources. */
	answer: (question: Question) => Promise<Answered>;
}

/** A gap: the reader is told what is missing, and it waits for the product manager. */
const GAPS: ReadonlySet<string> = new Set(['nothing-found', 'abstained', 'ungrounded']);
/** Faults that a person must also look into. For every other reason, the reader continues alone. */
const FAULTS: ReadonlySet<string> = new Set([
	'model-changed',
	'model-not-listed',
	'not-granted',
	'flags-unread',
	'failed',
]);

/** Opens the pattern. In tests, `wait` replaces the clock of the permission check. */
export function openBriefs(given: Services, systems: Systems, wait?: Wait): Briefs {
	const services: Services = { ...given, promptLog: passagesById(given.promptLog) };
	const { root, access, abuse, audit, held, killSwitch } = services;
	const policy = assertSources(readPolicy(root, SOURCES_FILE, sourcesShape), access);
	const rule = assertBriefPolicy(readPolicy(root, 'policy/brief.yaml', briefShape));
	const withdrawals = openWithdrawals(services);
	const admit = openAdmission(services, systems.directory, withdrawals);
	const people = openPeople(services, withdrawals);
	const screen = openSourceScreen(root);
	const calls = openCalls(services, rule.statements);
	const checked = openRights(policy, wait);
	const filter: Filter = { policy, checked, withdrawn: withdrawals.sources };

	/**
	 * A source that gives a model instructions: it is counted, and its owner is told the second time.
	 */
	function flag(run: Run, ids: readonly string[], sources: readonly Source[]): void {
		if (ids.length === 0) return;
		run.signals({ 'aicat.summary.suspicious_sources': [...ids] });
		run.at('prompt-log');
		for (const id of ids) {
			run.changed(
				'abuse-monitoring',
				`${id} contains instructions to a model; flagged and counted.`,
			);
			const owner = sources.find((one) => one.id === id)?.owner;
			for (const alert of abuse.acted('flagged', id, run.trace)) {
				audit.line('alert', { ...alert, source: id, owner });
			}
		}
	}

	/**
	 * Node release-rule: what is not supported is dropped. If too much is dropped, there is no brief.
	 */
	function release(run: Run, material: Material): Brief {
		run.at('release-rule');
		// Things may have changed while the models answered, so check the switch and the flags again
		// first.
		killSwitch.assertOn();
		const isOut = withdrawals.sources();
		if (material.sources.some(({ id }) => isOut(id))) {
			const message = 'A source was withdrawn while the brief was written.';
			throw new Refusal('human-override', 'source-withdrawn', message);
		}
		const released = releaseBrief(material);
		const { brief, dropped, conflictsDropped } = released;
		for (const [why, count] of Object.entries(dropped)) {
			run.changed('grounding-citations', `Dropped: ${count} (${why}).`);
			run.child(`dropped ${why}`, { 'aicat.summary.statements_dropped': count });
		}
		if (countOf(dropped) === 0) run.child('release', { 'aicat.summary.statements_dropped': 0 });
		const figures = `Dropped: ${conflictsDropped} conflicts with a figure that is in no source.`;
		if (conflictsDropped > 0) run.changed('grounding-citations', figures);
		assertGrounded(released, rule);
		const { statements, conflicts } = brief;
		const marked = statements.filter(({ mark }) => mark !== undefined).length;
		const inPart = marked > 0 ? `, ${marked} of them marked as supported in part` : '';
		run.passed('grounding-citations', `Supported statements: ${statements.length}${inPart}.`);
		if (conflicts.length > 0) run.done(`Shown as a conflict, not settled: ${conflicts.length}.`);
		people.shown(run, released);
		return brief;
	}

	/** A refusal decides what the reader gets. The gap or the fault waits for a person. */
	function settle(run: Run, error: unknown): void {
		const refusal = unanswered(error);
		const { reason } = refusal;
		if (GAPS.has(reason)) run.signals({ 'aicat.summary.decision': 'abstain' });
		const ending = GAPS.has(reason) || FAULTS.has(reason) ? 'held' : 'left';
		run.refuse(refusal, ending);
		if (ending === 'held') held.hold({ item: run.item, trace: run.trace, reason });
	}

	/** What can be in the list of sources; nothing, if the flags cannot be read. */
	function stillShown(sources: readonly Source[]): readonly Source[] {
		try {
			const isOut = withdrawals.sources();
			return sources.filter(({ id }) => !isOut(id));
		} catch {
			return [];
		}
	}

	async function answer(asking: Question): Promise<Answered> {
		const run = openRun(asking.id, PATTERN, services);
		let sources: readonly Source[] = [];
		let missing: string[] = [];
		try {
			const { caller, question } = admit(run, asking);
			const found = await findSources(run, { question, caller }, systems, filter, services);
			const { sources: kept, flagged } = screen.passages(run, found.sources);
			flag(run, flagged, found.sources);
			sources = kept;
			screen.question(run, question);
			const clean = withoutMarks(question, kept);
			sources = clean.sources;
			run.at('assemble');
			if (sources.length === 0) {
				const message = 'No source that this reader may open is close to the question.';
				throw new Refusal('grounding-citations', 'nothing-found', message);
			}
			if (clean.count > 0) run.done(`Marks of the prompt removed from the texts: ${clean.count}.`);
			const writing = { question: clean.question, reader: asking.audience, sources };
			const { draft, dropped: uncited } = await calls.write(run, writing);
			missing = draft.missing;
			flag(run, draft.suspiciousSources, sources);
			run.at('citation-check');
			if (draft.decision === 'abstain') {
				throw new Refusal('grounding-citations', 'abstained', 'The sources do not answer it.');
			}
			const verdicts = await calls.verify(run, draft, sources);
			const brief = release(run, { draft, uncited, verdicts, sources, notes: found.notes });
			run.at('reader');
			run.signals({ 'aicat.summary.decision': brief.decision });
			const ids = brief.sources.map(({ id }) => id).join(', ');
			run.passed('human-override', `The reader decides. Sources next to the brief: ${ids}.`);
			run.end('applied');
			return { run, brief, sources: brief.sources, missing };
		} catch (error) {
			settle(run, error);
			const list = stillShown(sources);
			run.at('reader');
			const ids = list.map(({ id }) => id).join(', ');
			if (ids !== '') run.done(`The reader gets the sources found, but no brief: ${ids}.`);
			return { run, brief: undefined, sources: list.map(({ text: _, ...one }) => one), missing };
		}
	}

	return { answer, ...people };
}

function unanswered(error: unknown): Refusal {
	if (!(error instanceof ConnectorDown)) return refusalOf(error);
	const message = `${error.message} Without it there is no brief from memory.`;
	return new Refusal(undefined, 'source-unavailable', message);
}
