/**
 * Meeting actions: one call to the model on a masked record, lines that code checks, and a person
 * who accepts each of them. The nodes are those of the pattern's drawing, in its order.
 */
import { type Checked, checkAnswer, DROPPED, type Facts } from './check.ts';
import type { Connector } from './connectors/connector.ts';
import { toRetry } from './controls/output-validation.ts';
import { withWeekday } from './dates.ts';
import { openWeeks } from './drift.ts';
import { type About, openEntry } from './entry.ts';
import { askModel } from './gateway/ask-model.ts';
import { openPeople, type People } from './people.ts';
import { openProcess, type ProcessEngine, type Task } from './process.ts';
import { promptNamed } from './prompts/prompt-library.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { type FollowUpRequest, openWaiting } from './requests.ts';
import { counted } from './run/counted.ts';
import { type Ending, openRun, type Run } from './run/run.ts';
import { type FindNames, openRecordScreen, type Screened } from './screen.ts';
import type { Services } from './services.ts';
import { openWatch } from './watch.ts';

export const PATTERN = 'meeting-actions';
const PROMPT = 'extract-actions';

export interface Systems {
	mail: Connector;
	engine: ProcessEngine;
	/** Recogniser of names. Without one, the names in policy/names.yaml are the minimum. */
	recognise?: FindNames;
}

export interface FollowUps extends People {
	/** Takes one meeting from the request to the draft or to the organiser, or leaves it alone. */
	handle: (request: FollowUpRequest) => Promise<Run>;
	/** Tries again what waits for the engine. Returns the meetings that are dropped after a day. */
	retry: () => Promise<{ runs: Run[]; dropped: string[] }>;
}

/** Reasons why no list is made. For every other reason, the organiser writes the list by hand. */
const LEAVES: ReadonlySet<string> = new Set([
	'switched-off',
	'delegation-ended',
	'not-trained',
	'person-limit',
	'not-organiser',
	'no-grant',
	'not-internal',
	'no-notice',
	'never-read',
	'series-paused',
	'drift-hold',
	'taken-by-person',
	'engine-down',
	'call-limit',
	'spend-limit',
]);

export function openFollowUps(services: Services, { mail, engine, recognise }: Systems): FollowUps {
	const { killSwitch, held, audit } = services;
	const watch = openWatch(services);
	const entry = openEntry(services, mail, watch);
	const screen = openRecordScreen(services, recognise);
	const process = openProcess(engine);
	const weeks = openWeeks(services);
	const people = openPeople(services, { mail, entry, weeks });
	const waiting = openWaiting(services.clock);

	/** Nodes assemble, gateway and check: the answer, asked for at most twice. */
	async function extract(run: Run, kind: string, screened: Screened, task: Task): Promise<Checked> {
		const { output, version } = promptNamed(PROMPT, services.prompts);
		const { title: meetingTitle, record, masking } = screened;
		const { meetingDate, agenda, present } = task;
		const day = withWeekday(meetingDate);
		const values = { recordKind: kind, meetingTitle, meetingDate: day, present, agenda, record };
		const facts: Facts = { record, ...masking, meetingDate };
		run.at('assemble');
		run.passed('prompt-change-control', `${PROMPT} ${version}, as locked.`);
		let lastProblems: string[] | undefined;
		for (;;) {
			run.at('gateway');
			const question = { prompt: PROMPT, values: { ...values, lastProblems } };
			const answer = await askModel(question, run, services);
			run.at('limits');
			run.passed('rate-spend-limits', 'Room in the minute and in the budget of the day.');
			run.passed('model-version-pinning', `${answer.model} answered, as pinned.`);
			run.at('prompt-log');
			run.passed('prompt-response-logging', 'Masked text in and out is in the prompt log.');
			watch.assertNoPrompt(answer.text);
			run.at('check');
			const checked = checkAnswer(answer.text, output, facts);
			const { problems, dropped, lines } = checked;
			run.child('check', { 'aicat.meeting.lines_dropped': [...new Set(dropped)] });
			if (problems.length + dropped.length === 0) {
				run.passed('output-validation', 'Schema, quotes, owners and dates are right.');
				return checked;
			}
			const reasons = [...problems, ...dropped.map((word) => DROPPED[word])];
			const found = reasons.join(' ');
			if (!lastProblems) {
				lastProblems = toRetry(reasons);
				run.changed('output-validation', `${found} Asked once more.`);
				continue;
			}
			if (problems.length > 0) throw rejected('answer-rejected', `Twice: ${found}`);
			if (lines.length === 0) throw rejected('nothing-proven', `No line is left. ${found}`);
			run.changed('output-validation', `The same again, so it was removed: ${found}`);
			return checked;
		}
	}

	/** Says what the organiser should know before reading. */
	function sayFlags(
		run: Run,
		{ more, sensitiveOmitted, instructionsInRecord }: Checked,
		leftOut: readonly string[],
		key: string,
	) {
		if (sensitiveOmitted) run.done("Remarks about somebody's private life were left out.");
		if (more) run.done('The list was cut at its limit, so there is more in the record.');
		for (const line of leftOut) run.done(`Left out of the draft: ${line}`);
		if (leftOut.length === 0 && !instructionsInRecord) return;
		run.done('The record contains instructions to a tool; they were left out.');
		watch.instructions(run, key);
	}

	async function draft(run: Run, request: FollowUpRequest, isAgain: boolean): Promise<void> {
		const about: About = await entry.admit(run, request, isAgain);
		run.at('drift');
		weeks.assertNoHold();
		const caller = entry.callerFor(request.by, run.trace);
		const screened = await screen(run, await entry.readRecord(run, request), request.kind);
		const task = await process.read(run, screened, caller);
		const checked = await extract(run, request.kind, screened, task);
		if (checked.abstainReason !== undefined) {
			const message = `The model abstained: ${checked.abstainReason}.`;
			throw new Refusal('human-override', 'abstained', message);
		}
		const { lines, dropped } = checked;
		const open = lines.filter(({ kind, owner }) => kind === 'action' && !owner).length;
		run.signals({
			'aicat.meeting.lines_drafted': lines.filter(({ kind }) => kind !== 'open-point').length,
			'aicat.meeting.owner_open': open,
		});
		sayFlags(run, checked, screened.leftOut, about.series ?? request.by);
		// Things may have changed while the model answered, so check switch, grant and people again
		// first.
		killSwitch.assertOn();
		entry.assertGranted(about);
		await process.assertStillOpen(run, caller);
		await process.write(run, lines, caller);
		const without = open > 0 ? `, ${counted(open, 'action')} without an owner` : '';
		run.done(`For the organiser to decide on: ${counted(lines.length, 'line')}${without}.`);
		const { masking, title } = screened;
		const list = { meeting: run.item, trace: run.trace, organiser: request.by, about, title };
		people.drafted({ ...list, kind: request.kind, masking, lines, dropped: dropped.length });
	}

	/** A refusal decides where the meeting goes. Anything unforeseen goes to the organiser, too. */
	function settle(run: Run, error: unknown): void {
		const refusal = refusalOf(error);
		const ending: Ending = LEAVES.has(refusal.reason) ? 'left' : 'held';
		run.refuse(refusal, ending);
		if (ending === 'held') held.hold({ item: run.item, trace: run.trace, reason: refusal.reason });
	}

	async function tried(request: FollowUpRequest, isAgain: boolean): Promise<Run> {
		const run = openRun(request.meeting, PATTERN, services);
		try {
			await draft(run, request, isAgain);
			run.end('applied');
		} catch (error) {
			settle(run, error);
		}
		if (run.reason === 'engine-down') waiting.add(request);
		else waiting.done(request.meeting);
		return run;
	}

	async function retry() {
		const { again, dropped } = waiting.due();
		for (const { meeting, by } of dropped) audit.line('dropped', { item: meeting, by });
		const runs: Run[] = [];
		for (const request of again) runs.push(await tried(request, true));
		return { runs, dropped: dropped.map(({ meeting }) => meeting) };
	}

	return { handle: (request) => tried(request, false), retry, ...people };
}

const rejected = (reason: string, message: string) =>
	new Refusal('output-validation', reason, message);
