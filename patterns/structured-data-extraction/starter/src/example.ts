/** The worked example: twelve invented documents, what reviewers do with them, and the switch. */
import { switchOver } from './controls/kill-switch-rollback.ts';
import { Refusal } from './refusal.ts';
import type { Example } from './run/example.ts';
import { openRun, type Run } from './run/run.ts';
import type { Services } from './services.ts';
import { openStandIns } from './systems.ts';
import { openExtraction, PATTERN } from './workflow.ts';

/** The moment when it takes place. It is within the delegation of policy/access.yaml. */
export const EXAMPLE_START = '2026-11-20T09:00:00Z';

type Step = Example['steps'][number];

export function openExample(services: Services): Example {
	let on = true;
	const killSwitch = switchOver(() => on && services.killSwitch.isOn());
	const { documents, engine, tasks, replace } = openStandIns(services);
	const extraction = openExtraction({ ...services, killSwitch }, { documents, engine });

	/** A reviewer who looks: compares each open field with the page, then the record. */
	async function review(item: string, by: string, keyed?: [field: string, value: string]) {
		let shown = extraction.take(item, by);
		for (const { name, why } of shown.fields) {
			if (why.length > 0) extraction.confirm(item, by, name);
		}
		if (keyed) shown = extraction.key(item, by, ...keyed, 'missed-value');
		return extraction.accept(item, by, shown.digest);
	}

	/**
	 * With a real model, a document can end differently from what this example expects. The step says
	 * so.
	 */
	async function orSay(item: string, act: () => Promise<Run>): Promise<Run> {
		try {
			return await act();
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			const run = openRun(item, PATTERN, services);
			run.at('reviewer');
			run.refuse(error, 'left');
			return run;
		}
	}

	/** What happens to a document after it was read. */
	const next: Record<string, Step[]> = {
		'C-1001': [
			{
				title: 'The reviewer accepts without looking at the critical fields',
				act: async () => {
					const { digest } = extraction.take('C-1001', 'reviewer-03');
					return extraction.accept('C-1001', 'reviewer-03', digest);
				},
			},
			{
				title: 'The reviewer confirms each open field, then accepts',
				act: () => review('C-1001', 'reviewer-03'),
			},
		],
		'C-1002': [
			{
				title: 'The reviewer confirms that no deductible is printed',
				act: () => review('C-1002', 'reviewer-08'),
			},
		],
		'C-1003': [
			{
				title: 'The reviewer finds the amendment and accepts',
				act: () => review('C-1003', 'reviewer-05'),
			},
		],
		'C-1008': [
			{
				title: 'The reviewer keys a deposit that is handwritten on the page',
				act: () => review('C-1008', 'reviewer-03', ['deposit', '200.00 EUR']),
			},
		],
		'C-1009': [
			{
				title: 'The file is replaced, then the reviewer accepts',
				act: async () => {
					replace('D-2009', 'v2');
					return review('C-1009', 'reviewer-08');
				},
			},
		],
		'C-1010': [
			{
				title: 'The reviewer confirms the planted date without looking',
				act: async () => {
					extraction.plantSeed('C-1010', 'valid_until', '2027-07-30');
					return review('C-1010', 'reviewer-05');
				},
			},
		],
		'C-1012': [
			{
				title: 'The reviewer refuses the document',
				act: async () => {
					const { digest } = extraction.take('C-1012', 'reviewer-05');
					return extraction.refuse('C-1012', 'reviewer-05', digest);
				},
			},
		],
	};
	const steps = tasks.flatMap(({ id, title }) => [
		{ title, act: () => extraction.handle(id) },
		...(next[id] ?? []).map(({ title: what, act }) => ({ title: what, act: () => orSay(id, act) })),
	]);
	return {
		title: 'Structured data extraction, the worked example. All documents are invented.',
		steps: [
			...steps,
			{
				title: 'Two next steps used it; one finds the days of notice misread and sends it back',
				act: () =>
					orSay('C-1003', async () => {
						extraction.use('C-1003', 'payments-run');
						extraction.use('C-1003', 'site-access');
						extraction.report('C-1003', 'payments-run');
						return extraction.sendBack('C-1003', 'payments-run');
					}),
			},
			{
				title: 'A reviewer keys the days from the page image; the pattern meets the task again',
				act: () =>
					orSay('C-1003', async () => {
						const now = ['notice_days', '44', 'misread-character'] as const;
						await extraction.rekey('C-1003', 'reviewer-05', ...now);
						return extraction.handle('C-1003');
					}),
			},
			{
				title: 'Someone set extraction.enabled to false',
				act: () => {
					on = false;
					return extraction.handle('C-1004');
				},
			},
		],
		after: () =>
			[
				'Waiting for a person:',
				...services.held.waiting().map(({ item, reason }) => `  ${item}  ${reason}`),
				'Filed in the workflow engine:',
				...tasks.flatMap(({ id }) => {
					const { captured_values: values, reviewer_id: by } = engine.show(id);
					return values ? [`  ${id}  by ${by}: ${JSON.stringify(values)}`] : [];
				}),
				'Records with planted errors:',
				...extraction.seedReport().map((line) => `  ${line}`),
				'Candidates for the labelled set:',
				...extraction.changes().map(({ item, field, before, after, reason }) => {
					return `  ${item}  ${field}: ${before ?? 'nothing'} -> ${after ?? 'nothing'} (${reason})`;
				}),
				'Drift:',
				...extraction.drift().map((line) => `  ${line}`),
			].map((line) => services.redact(line).text),
	};
}
