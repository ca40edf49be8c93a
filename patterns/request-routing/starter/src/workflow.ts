/**
 * Request routing: first a rules table, then one call to the model for what it leaves, and a front
 * desk for what neither can place. The nodes are those of the pattern's drawing, in its order.
 */
import { type Answer, checkAnswer } from './check.ts';
import type { Connector } from './connectors/connector.ts';
import { assertConfident, readThreshold, thresholdShape } from './controls/confidence-gate.ts';
import { toRetry } from './controls/output-validation.ts';
import { askModel } from './gateway/ask-model.ts';
import { openIntake } from './intake.ts';
import { openPeople, type People } from './people.ts';
import { readPolicy } from './policy/read-policy.ts';
import { promptNamed } from './prompts/prompt-library.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { type Choice, openRouter } from './router.ts';
import { type Ending, openRun, type Run } from './run/run.ts';
import type { Services } from './services.ts';
import { FRONT_DESK, openTables, type Request } from './tables.ts';

export const PATTERN = 'request-routing';
const PROMPT = 'route-request';
/** As approved. A team can set its own threshold above it. */
const APPROVED_THRESHOLD = 0.75;

export interface Systems {
	engine: Connector;
	desk: Connector;
}

export interface Routing extends People {
	/** Takes one request from arrival to its queue or to the front desk, or leaves it where it is. */
	handle: (id: string) => Promise<Run>;
}

/** Reasons why a request is not touched. For every other reason, it goes to the front desk. */
const LEAVES: ReadonlySet<string> = new Set([
	'delegation-ended',
	'form-not-connected',
	'taken-by-person',
	'no-trace',
]);
/** Reasons that count as a held attack. */
const ATTACKS: ReadonlySet<string> = new Set(['screen-held', 'suspicious']);

/** What is learned on the way, and needed if the request is held. */
interface Known {
	form?: string;
	hint?: string;
}

export function openRouting(services: Services, { engine, desk }: Systems): Routing {
	const { root, access, killSwitch, held, abuse, audit } = services;
	const tables = openTables(root, access);
	const router = openRouter(services, desk);
	const intake = openIntake(services, engine, tables, router);
	const people = openPeople(services, desk);
	const threshold = readThreshold(
		readPolicy(root, 'policy/threshold.yaml', thresholdShape),
		APPROVED_THRESHOLD,
	);

	/** The switch turns off only the model. The rules do not ask it. */
	function assertModelOn(): void {
		if (killSwitch.isOn()) return;
		const message = 'The switch routing.model is off, and no row matches.';
		throw new Refusal('incident-playbook', 'switched-off', message);
	}

	/** Node rules: the queue of the first row that matches. */
	function byRule(run: Run, request: Request): Choice | undefined {
		run.at('rules');
		const found = tables.match(request);
		if (!found) {
			run.done('No row matches.');
			return undefined;
		}
		run.signals({ 'aicat.routing.rule': String(found.row) });
		run.done(`Row ${found.row} matches: ${found.queue}. No model is asked.`);
		return { queue: found.queue, by: 'rule', because: `Routed by row ${found.row}.` };
	}

	/** Nodes assemble, gateway and check: the answer, asked for at most twice. */
	async function asked(run: Run, request: Request): Promise<Answer> {
		const { output, version } = promptNamed(PROMPT, services.prompts);
		const { title, text, site } = request;
		run.at('assemble');
		assertModelOn();
		run.passed('incident-playbook', 'The switch routing.model is on.');
		const locked = `${PROMPT} ${version} and queue list ${tables.version}, as locked.`;
		run.passed('prompt-change-control', locked);
		const { queues } = tables;
		// A queue that the model made up is free text, and free text stays off spans.
		const word = (id = 'none') =>
			id === 'none' || queues.some((one) => one.id === id) ? id : 'not-in-list';
		let lastProblems: string[] | undefined;
		for (;;) {
			run.at('gateway');
			const values = { requestTitle: title, requestText: text, site, queues, lastProblems };
			const { text: answered, model } = await askModel({ prompt: PROMPT, values }, run, services);
			run.passed('rate-spend-limits', 'Room in the minute and in the budget of the day.');
			run.passed('model-version-pinning', `${model} answered, as pinned.`);
			run.passed('prompt-response-logging', 'Text in and out is in the prompt log, redacted.');
			run.at('check');
			const { answer, problems } = checkAnswer(answered, output, { title, text, queues });
			run.child('check', {
				'aicat.routing.queue': word(answer?.queue),
				'aicat.routing.second_choice': word(answer?.secondChoice),
			});
			if (problems.length === 0 && answer) {
				run.passed('output-validation', 'Schema, queue and quote are right.');
				return answer;
			}
			const found = problems.join(' ');
			if (lastProblems) throw new Refusal('output-validation', 'answer-rejected', found);
			lastProblems = toRetry(problems);
			run.changed('output-validation', `${found} Asked once more.`);
		}
	}

	/** Node limits: the model's choice, if it is sure of one. */
	async function byModel(run: Run, request: Request, known: Known): Promise<Choice> {
		const { queue, secondChoice, confidence, quote, suspicious } = await asked(run, request);
		run.at('limits');
		run.signals({ 'aicat.confidence.value': confidence, 'aicat.confidence.threshold': threshold });
		if (queue !== undefined && !suspicious) {
			const second = secondChoice === undefined ? '' : `, second choice ${secondChoice}`;
			known.hint = ` First choice ${queue} at ${confidence}${second}.`;
		}
		assertConfident({ confidence, abstained: queue === undefined, suspicious }, threshold);
		if (queue === undefined) throw new Error('The gate above refuses an abstention.');
		run.passed('human-override', `Confidence ${confidence}, at or above ${threshold}.`);
		// Things may have changed while the model answered.
		assertModelOn();
		return { queue, by: 'model', because: `Routed by the model at ${confidence}: "${quote}".` };
	}

	/** A refusal decides where the request goes. Anything unforeseen goes to the front desk, too. */
	async function settle(run: Run, error: unknown, { form = 'unknown', hint = '' }: Known) {
		const refusal = refusalOf(error);
		const { reason } = refusal;
		const ending: Ending = LEAVES.has(reason) ? 'left' : 'held';
		if (ending === 'held') run.signals({ 'aicat.routing.queue': FRONT_DESK });
		run.refuse(refusal, ending);
		if (ending === 'left') return;
		const waits = await router.toFrontDesk(run, `Held: ${reason}.${hint}`);
		if (waits) {
			held.hold({ item: run.item, trace: run.trace, reason });
			people.noted(run, FRONT_DESK);
		}
		if (!ATTACKS.has(reason)) return;
		run.at('prompt-log');
		for (const alert of abuse.held(form, run.trace)) {
			run.say('abuse-monitoring', `${alert.says} Told: ${alert.tell}.`);
			audit.line('alert', { ...alert });
		}
	}

	async function handle(id: string): Promise<Run> {
		const run = openRun(id, PATTERN, services);
		const known: Known = {};
		try {
			run.signals({ 'aicat.routing.rule': 'none' });
			const about = await intake.takeIn(run);
			known.form = about.form;
			const request = { ...about, ...(await intake.readTexts(run)) };
			const choice = byRule(run, request) ?? (await byModel(run, request, known));
			await router.route(run, choice);
			people.noted(run, choice.queue);
			run.end('applied');
		} catch (error) {
			await settle(run, error, known);
		}
		return run;
	}

	return { handle, ...people };
}
