/** The worked example: twelve invented requests, two people who act, and the switch. */
import { switchOver } from './controls/kill-switch-rollback.ts';
import type { Example } from './run/example.ts';
import type { Services } from './services.ts';
import { openStandIns } from './systems.ts';
import { openRouting } from './workflow.ts';

/** The moment when it takes place. It is within the delegation of policy/access.yaml. */
export const EXAMPLE_START = '2026-11-20T09:00:00Z';
/** The requests that arrive after the switch was turned off. */
const AFTER_SWITCH = 'R-1011';

export function openExample(services: Services): Example {
	let on = true;
	const killSwitch = switchOver(() => on && services.killSwitch.isOn());
	const { engine, desk, requests } = openStandIns(services);
	const routing = openRouting({ ...services, killSwitch }, { engine, desk });
	const steps = requests.map(({ id, shows }) => ({
		id,
		title: shows,
		act: () => {
			if (id >= AFTER_SWITCH) on = false;
			return routing.handle(id);
		},
	}));
	return {
		title: 'Request routing, the worked example. All requests are invented.',
		steps: [
			...steps.filter(({ id }) => id < AFTER_SWITCH),
			{
				title: 'The front desk placed it; the pattern meets it again',
				act: async () => {
					routing.keep('R-1001', 'staff-07');
					routing.object('R-1003', 'person-03');
					await routing.place('R-1006', 'desk-01', 'travel');
					await routing.move('R-1002', 'staff-12', 'equipment');
					return routing.handle('R-1006');
				},
			},
			...steps.filter(({ id }) => id >= AFTER_SWITCH),
		],
		after: () => [
			'In the service desk:',
			...requests.map(({ id }) => `  ${id}  ${ticketLine(desk.show(id))}`),
			'Waiting at the front desk:',
			...services.held.waiting().map(({ item, reason }) => `  ${item}  ${reason}`),
			'Moves that repeat, and queues that grow:',
			...orNone([...routing.proposals(), ...routing.growing()]),
			'Drift:',
			...routing.drift().map((line) => `  ${line}`),
		],
	};
}

function ticketLine(ticket: Readonly<Record<string, unknown>>): string {
	const comment = String(ticket['internal-comment'] ?? '').replace(/ Trace \w+\.$/, '');
	return `${String(ticket.queue).padEnd(13)} ${comment}`.trimEnd();
}

const orNone = (lines: readonly string[]) =>
	lines.length > 0 ? lines.map((line) => `  ${line}`) : ['  None yet.'];
