/**
 * Support case triage: one call to the model between two policy checks. A person takes what the
 * model is unsure of. The nodes are those of the pattern's drawing, in its order.
 */
import { type Case, type Checked, checkAnswer, type Label } from './check.ts';
import { type Connector, ConnectorDown } from './connectors/connector.ts';
import { callerOf } from './controls/access-control.ts';
import { assertConfident, readThreshold, thresholdShape } from './controls/confidence-gate.ts';
import { toRetry } from './controls/output-validation.ts';
import { askModel } from './gateway/ask-model.ts';
import { type About, openIntake } from './intake.ts';
import { openPeople, type People } from './people.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, list, number, record, text } from './policy/shape.ts';
import { promptNamed } from './prompts/prompt-library.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { type Ending, openRun, type Run } from './run/run.ts';
import { openCaseScreen } from './screen.ts';
import type { Services } from './services.ts';

export const PATTERN = 'support-case-triage';
const PROMPT = 'triage-classify';
/** As approved. A team can set its own threshold above it. */
const APPROVED_THRESHOLD = 0.8;

const queuesShape = fields({ queues: list(fields({ id: text, covers: text })) });
const levelsShape = fields({ raise: record(number) });

export interface Systems {
	desk: Connector;
	crm: Connector;
}

export interface Triage extends People {
	/** Takes one case from arrival to its label or to a person, or leaves it where it is. */
	handle: (id: string) => Promise<Run>;
}

/** Reasons why a case stays in arrival order. For every other reason, a person gets it. */
const LEAVES: ReadonlySet<string> = new Set([
	'switched-off',
	'taken-by-person',
	'delegation-ended',
	'call-limit',
	'spend-limit',
	'relabelling-paused',
]);
/** Reasons that count as a held attack. */
const ATTACKS: ReadonlySet<string> = new Set(['screen-held', 'suspicious']);

export function openTriage(services: Services, { desk, crm }: Systems): Triage {
	const { root, access, killSwitch, held, abuse, audit } = services;
	const intake = openIntake(services, desk);
	const screened = openCaseScreen(services, desk);
	const { queues } = readPolicy(root, 'policy/queues.yaml', queuesShape);
	const { raise } = readPolicy(root, 'policy/service-levels.yaml', levelsShape);
	const threshold = readThreshold(
		readPolicy(root, 'policy/threshold.yaml', thresholdShape),
		APPROVED_THRESHOLD,
	);
	const people = openPeople(services, desk);

	/** Node customer: products for the prompt, service level for the router. There may be none. */
	async function customerOf(run: Run, { customer }: About) {
		run.at('customer');
		const shape = fields({ products: list(text), serviceLevel: text });
		try {
			const read = await crm.read(
				customer,
				['products', 'serviceLevel'],
				callerOf(access, run.trace),
			);
			const found = shape(read, 'customer');
			run.done(`Products: ${found.products.length}, service level: ${found.serviceLevel}.`);
			return found;
		} catch (error) {
			if (!(error instanceof ConnectorDown)) throw error;
			run.done('The CRM does not answer: no products, no service level.');
			return undefined;
		}
	}

	/** Nodes assemble, gateway and check: the answer, asked for at most twice. */
	async function classify(run: Run, one: Case, products: string[] | undefined): Promise<Checked> {
		const { output, version } = promptNamed(PROMPT, services.prompts);
		const values = { caseSubject: one.subject, caseBody: one.body, products, queues: one.queues };
		run.at('assemble');
		run.passed('prompt-change-control', `${PROMPT} ${version}, as locked.`);
		let lastProblems: string[] | undefined;
		for (;;) {
			run.at('gateway');
			const question = { prompt: PROMPT, values: { ...values, lastProblems } };
			const answer = await askModel(question, run, services);
			run.passed('rate-spend-limits', 'Room in the minute and in the budget of the day.');
			run.passed('model-version-pinning', `${answer.model} answered, as pinned.`);
			run.passed('prompt-response-logging', 'Text in and out is in the prompt log, redacted.');
			run.at('check');
			const checked = checkAnswer(answer.text, output, one);
			sendAnswered(run, checked, one);
			if (checked.problems.length === 0) {
				run.passed('output-validation', 'Schema, queue, priority and quote are right.');
				return checked;
			}
			if (lastProblems) throw rejected(checked);
			lastProblems = toRetry(checked.problems);
			run.changed('output-validation', `${checked.problems.join(' ')} Asked once more.`);
		}
	}

	/** Node router: the label with the priority of the service level, in the three fields. */
	async function apply(run: Run, label: Label, level: string | undefined): Promise<void> {
		run.at('router');
		const steps = (level !== undefined && Object.hasOwn(raise, level) && raise[level]) || 0;
		const priority = Math.max(1, label.priority - steps);
		if (priority !== label.priority) run.done(`Priority ${label.priority} raised to ${priority}.`);
		// Things may have changed while the model answered, so check switch and people again first.
		killSwitch.assertOn();
		await intake.assertStillFree(run);
		run.at('fields');
		await desk.write(run.item, { ...label, priority }, callerOf(access, run.trace));
		run.signals({ 'aicat.triage.queue': label.queue, 'aicat.triage.priority': priority });
		run.done(`${label.queue}, ${label.category}, priority ${priority}.`);
		people.applied(run, { ...label, priority });
	}

	/** A refusal decides where the case goes. Anything unforeseen goes to a person, too. */
	function settle(run: Run, error: unknown, sender: string | undefined): void {
		const refusal = refusalOf(error);
		const ending: Ending = LEAVES.has(refusal.reason) ? 'left' : 'held';
		run.refuse(refusal, ending);
		if (ending === 'held') held.hold({ item: run.item, trace: run.trace, reason: refusal.reason });
		if (!ATTACKS.has(refusal.reason)) return;
		for (const alert of abuse.held(sender ?? 'unknown', run.trace))
			audit.line('alert', { ...alert });
	}

	async function handle(id: string): Promise<Run> {
		const run = openRun(id, PATTERN, services);
		let sender: string | undefined;
		try {
			const about = await intake.takeIn(run);
			sender = about.sender;
			const texts = await screened(run);
			const customer = await customerOf(run, about);
			const { answer, label } = await classify(run, { ...texts, queues }, customer?.products);
			run.at('threshold');
			const { confidence = 0, suspicious = true } = answer ?? {};
			run.signals({
				'aicat.confidence.value': confidence,
				'aicat.confidence.threshold': threshold,
			});
			run.signals({ 'aicat.triage.suspicious': suspicious });
			assertConfident({ confidence, abstained: !label, suspicious }, threshold);
			run.passed('human-override', `Confidence ${confidence}, at or above ${threshold}.`);
			// Not abstained, so there is a label: the gate above refused every other answer.
			if (label) await apply(run, label, customer?.serviceLevel);
			run.end('applied');
		} catch (error) {
			settle(run, error, sender);
		}
		return run;
	}

	return { handle, ...people };
}

/** The signals as answered, next to those as applied on the span of the case. */
function sendAnswered(run: Run, { answer, quoteFound }: Checked, { queues }: Case): void {
	// A queue that the model made up is free text, and free text stays off spans.
	const queue = queues.some(({ id }) => id === answer?.queue) ? answer?.queue : 'not-in-list';
	run.child('check', {
		'aicat.triage.quote_found': quoteFound,
		...(answer && { 'aicat.triage.suspicious': answer.suspicious }),
		...(answer?.queue !== undefined && { 'aicat.triage.queue': queue ?? '' }),
		...(answer?.priority !== undefined && { 'aicat.triage.priority': answer.priority }),
	});
}

const rejected = ({ problems }: Checked) =>
	new Refusal('output-validation', 'answer-rejected', problems.join(' '));
