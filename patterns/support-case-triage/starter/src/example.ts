/** The worked example: ten invented cases, one correction, and the switch. */
import { switchOver } from './controls/kill-switch-rollback.ts';
import type { Example } from './run/example.ts';
import type { Services } from './services.ts';
import { openStandIns } from './systems.ts';
import { openTriage } from './workflow.ts';

/** The moment when it takes place. It is within the delegation of policy/access.yaml. */
export const EXAMPLE_START = '2026-11-20T09:00:00Z';

export function openExample(services: Services): Example {
	let on = true;
	const killSwitch = switchOver(() => on && services.killSwitch.isOn());
	const { desk, crm, cases } = openStandIns(services);
	const triage = openTriage({ ...services, killSwitch }, { desk, crm });
	const steps = cases.map(({ id, title }) => ({ title, act: () => triage.handle(id) }));
	return {
		title: 'Support case triage, the worked example. All cases are invented.',
		steps: [
			...steps,
			{
				title: 'An agent corrected it; the pattern meets it again',
				act: async () => {
					const after = { queue: 'billing', category: 'billing', priority: 2 };
					triage.accept('C-1001', 'agent-07');
					await triage.correct('C-1002', 'agent-07', after);
					triage.report('C-1002', 'agent-07');
					return triage.handle('C-1002');
				},
			},
			{
				title: 'Someone set triage.enabled to false',
				act: () => {
					on = false;
					return triage.handle('C-1001');
				},
			},
		],
		after: () => [
			'Waiting for a person:',
			...services.held.waiting().map(({ item, reason }) => `  ${item}  ${reason}`),
			'Candidates for the labelled set:',
			...triage.corrections().map(({ item, before, after }) => {
				const [from, to] = [before, after].map(({ queue, priority }) => `${queue} ${priority}`);
				return `  ${item}  ${from} -> ${to}, text redacted`;
			}),
			'Drift:',
			...triage.drift().map((line) => `  ${line}`),
		],
	};
}
