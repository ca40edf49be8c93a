/**
 * CRM note generation: one model drafts with quotes, code and another model test each line, and the
 * account owner accepts exactly the text that is saved. The nodes are those of the pattern's
 * drawing.
 */
import { type Account, accountReader } from './account.ts';
import { PATTERN } from './acts.ts';
import { type AskChecked, openAsking } from './ask-checked.ts';
import { checkDraft } from './check.ts';
import { type Draft, dayWithWeekday, type Material } from './draft.ts';
import { formShape } from './edits.ts';
import { type About, openIntake, type Request } from './intake.ts';
import { quotedLines, reviewLines } from './lines.ts';
import { namesOf } from './names.ts';
import { openPeople, type People } from './people.ts';
import { readPolicy } from './policy/read-policy.ts';
import { promptNamed } from './prompts/prompt-library.ts';
import { reviewShape } from './reading.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { openReviews } from './review.ts';
import { type Ending, openRun, type Run } from './run/run.ts';
import { openSaving } from './save.ts';
import { openNoteScreen } from './screen.ts';
import type { Services } from './services.ts';
import { openSupport, type Support } from './support.ts';
import type { Systems } from './systems.ts';
import { findRises, type Outcome, sharesOfWeek, weekShape } from './week.ts';

const DRAFT = 'note-from-interaction';

export interface Notes extends People {
	/** Drafts the note of one interaction and shows it to its owner, or says why not. */
	request: (request: Request) => Promise<Run>;
	/** Shares of the week: edited lines, lines without support, abstentions. */
	week: () => Record<string, number>;
	/** What rose since the last release. */
	drift: () => string[];
}

/** Reasons why nothing was started. For every other reason, the owner writes the note by hand. */
const LEAVES: ReadonlySet<string> = new Set([
	'switched-off',
	'not-trained',
	'not-a-participant',
	'never-read',
	'taken-by-person',
	'delegation-ended',
	'call-limit',
	'spend-limit',
]);

export function openNotes(services: Services, systems: Systems): Notes {
	const { root, held, abuse, audit, prompts } = services;
	const prompt = promptNamed(DRAFT, prompts);
	const drafter = services.model ?? prompt.model;
	const policy = readPolicy(root, 'policy/approval.yaml', reviewShape);
	const form = readPolicy(root, 'policy/note-form.yaml', formShape);
	const takeIn = openIntake(services, systems.mail);
	const screen = openNoteScreen(services, systems.mail);
	const accountOf = accountReader(services, systems.crm);
	const checkLines = openSupport(services, screen, drafter);
	const reviews = openReviews(services, policy);
	const save = openSaving(services, systems, form.calendarDrafts);
	const outcomes = new Map<string, Outcome>();
	const week = () => sharesOfWeek([...outcomes.values()]);
	const people = openPeople(services, systems, { reviews, save, form, policy, outcomes });

	/** Nodes assemble, drafter and check: the draft whose quotes were found. */
	async function draft(run: Run, material: Material, ask: AskChecked): Promise<Draft> {
		const { text, about, account } = material;
		run.at('assemble');
		run.passed('prompt-change-control', `${DRAFT} ${prompt.version}, as locked.`);
		const values = {
			interactionType: about.kind,
			interactionDate: dayWithWeekday(about.date),
			accountName: account.name,
			openOpportunities: account.openOpportunities,
			interactionText: text,
		};
		const drafted = await ask(
			{
				prompt: DRAFT,
				values,
				asks: 'drafter',
				checks: 'check',
				check: (answer) => checkDraft(answer, prompt.output, material),
				says: 'Schema, lists and dates are right, and every quote is in the text word for word.',
			},
			run,
		);
		run.signals({ 'aicat.note.sensitive_omitted': drafted.sensitiveOmitted });
		return drafted;
	}

	/** Node verifier, and what its verdicts mean for the owner. */
	async function review(
		run: Run,
		request: Request,
		about: About,
		{ drafted, material, account, ask }: Parts,
	): Promise<void> {
		const quoted = quotedLines(drafted);
		run.signals({ 'aicat.note.lines': quoted.length });
		const support = await checkLines(run, quoted, material, ask);
		const unsupported = quoted.length - supportedIn(support);
		run.signals({
			'aicat.note.unsupported_lines': unsupported,
			// Either words of the text support a line or they do not. Any line without support is
			// flagged.
			'aicat.confidence.value': supportedIn(support) / quoted.length,
			'aicat.confidence.threshold': 1,
		});
		const kind = about.kind;
		const counts = { lines: quoted.length, unsupported, edited: 0 };
		outcomes.set(request.id, { kind, abstained: false, ...counts });
		const lines = reviewLines(drafted, quoted, support);
		const names = namesOf(about.participants);
		const shown = reviews.open({ request, trace: run.trace, account, names, lines });
		run.signals({ 'aicat.note.digest_shown': shown.digest });
		run.at('owner');
		const flagged = lines.filter(({ flag }) => flag).map(({ id, flag }) => `${id} (${flag})`);
		const toDecide =
			flagged.length > 0 ? `To decide one by one: ${flagged.join(', ')}` : 'No flags';
		run.done(`${quoted.length} lines for ${request.owner}, with their quotes. ${toDecide}.`);
		if (drafted.sensitiveOmitted) {
			run.done('Something about a person was left out; the draft does not say what.');
		}
		run.at('gate');
		run.done(
			`Text ${shown.digest.slice(0, 8)} waits for acceptance, ${policy.validMinutes} minutes.`,
		);
	}

	/** After a refusal, a person continues. Anything unforeseen goes to the owner, too. */
	function settle(run: Run, error: unknown, sender: string | undefined): void {
		const refusal = refusalOf(error);
		const ending: Ending = LEAVES.has(refusal.reason) ? 'left' : 'held';
		run.refuse(refusal, ending);
		if (ending === 'held') held.hold({ item: run.item, trace: run.trace, reason: refusal.reason });
		if (refusal.reason !== 'screen-held') return;
		for (const alert of abuse.held(sender ?? 'unknown', run.trace)) {
			audit.line('alert', { ...alert });
		}
	}

	async function request(clicked: Request): Promise<Run> {
		const run = openRun(clicked.id, PATTERN, services);
		let sender: string | undefined;
		try {
			const about = await takeIn(run, clicked);
			sender = about.sender;
			for (const alert of abuse.acted('drafted', clicked.owner, run.trace)) {
				audit.line('alert', { ...alert });
			}
			const account = await accountOf(run, clicked);
			const text = await screen.read(run, clicked, about, account.number);
			const material = { text, about, account };
			const ask = openAsking(services);
			const drafted = await draft(run, material, ask);
			if (drafted.status === 'abstain') {
				const counts = { lines: 0, unsupported: 0, edited: 0 };
				outcomes.set(clicked.id, { kind: about.kind, abstained: true, ...counts });
				const message = `The model abstained: ${drafted.abstainReason}.`;
				throw new Refusal('human-override', 'abstained', message);
			}
			await review(run, clicked, about, { drafted, material, account, ask });
			run.end('held');
		} catch (error) {
			settle(run, error, sender);
		}
		return run;
	}

	return {
		request,
		...people,
		week,
		drift: () => findRises(week(), readPolicy(root, 'telemetry/drift.yaml', weekShape)),
	};
}

interface Parts {
	drafted: Draft;
	material: Material;
	account: Account;
	ask: AskChecked;
}

const supportedIn = ({ verdicts }: Support): number =>
	[...verdicts.values()].filter((verdict) => verdict === 'supported').length;
