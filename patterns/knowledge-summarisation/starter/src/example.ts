/** The worked example: twelve invented questions, what people do next, and the switch. */
import { switchOver } from './controls/kill-switch-rollback.ts';
import type { Example } from './run/example.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';
import { openStandIns } from './systems.ts';
import { type Answered, openBriefs } from './workflow.ts';

/** The moment when it takes place. It is within the delegation of policy/access.yaml. */
export const EXAMPLE_START = '2026-11-20T09:00:00Z';

export function openExample(services: Services): Example {
	let on = true;
	const killSwitch = switchOver(() => on && services.killSwitch.isOn());
	const systems = openStandIns({ ...services, killSwitch });
	const { questions, documents } = systems;
	const briefs = openBriefs({ ...services, killSwitch }, systems);
	const seen: Answered[] = [];
	const ask = async (from: string, id = from): Promise<Run> => {
		const question = questions.find((one) => one.id === from);
		if (!question) throw new Error(`example/questions.yaml has no ${from}.`);
		documents.setDown(question.documentsDown ?? false);
		const answered = await briefs.answer({ ...question, id });
		seen.push(answered);
		return answered.run;
	};
	return {
		title: 'Knowledge summarisation, the worked example. All questions and sources are invented.',
		steps: [
			...questions.map(({ id, title }) => ({ title, act: () => ask(id) })),
			{
				title: 'The reader reports Q-01, its owner withdraws K-101, someone asks it again',
				act: () => {
					briefs.openSource('Q-01', 'K-101');
					briefs.accept('Q-07');
					briefs.report('Q-01', 2, 'source', 'reader-01');
					briefs.withdraw('K-101', 'owner of Workplace Services');
					return ask('Q-01', 'Q-13');
				},
			},
			{
				title: 'Someone set summary.enabled to false',
				act: () => {
					on = false;
					return ask('Q-04', 'Q-14');
				},
			},
		],
		after: () => [
			'What readers saw:',
			...seen.flatMap(linesOf),
			'Waiting for the product manager:',
			...services.held.waiting().map(({ item, reason }) => `  ${item}  ${reason}`),
			'Drift:',
			...briefs.drift().map((line) => `  ${line}`),
		],
	};
}

/** A brief, or what the reader gets without one, as a terminal can show it. */
function linesOf({ run, brief, sources, missing }: Answered): string[] {
	const beside = sources.map(
		({ id, title, owner, updated }) => `${id} ${title}, ${owner}, ${updated}`,
	);
	const gaps = missing.map((gap) => `    Not in the sources: ${gap}`);
	if (!brief) {
		const list = beside.length > 0 ? ['    Sources the search found:'] : [];
		const rows = beside.map((line) => `      ${line}`);
		return [`  ${run.item}  No brief (${run.reason}).`, ...gaps, ...list, ...rows];
	}
	return [
		`  ${run.item}  ${brief.title} (${brief.decision})`,
		...brief.notes.map((note) => `    Note: ${note}`),
		...brief.statements.map(({ text, sources: ids, mark }) => {
			const inPart = mark === undefined ? '' : `  (${mark})`;
			return `    - ${text} [${ids.join(', ')}]${inPart}`;
		}),
		...brief.conflicts.map(
			({ about, sources: ids }) => `    Conflict: ${about} [${ids.join(', ')}]`,
		),
		...gaps,
		...beside.map((line) => `      ${line}`),
	];
}
