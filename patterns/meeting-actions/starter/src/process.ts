/** Nodes task and draft-list: the follow-up process in the workflow engine, read and written. */

import type { Line } from './check.ts';
import { type Connector, ConnectorDown } from './connectors/connector.ts';
import type { Caller } from './controls/access-control.ts';
import { withWeekday } from './dates.ts';
import { fields, list, oneOf, text } from './policy/shape.ts';
import { Refusal } from './refusal.ts';
import type { Run } from './run/run.ts';
import type { Screened } from './screen.ts';

/** What the engine must offer besides reading and writing variables. */
export interface ProcessEngine extends Connector {
	/** Completes the pattern's own task. It is not an error if the task is already completed. */
	completeTask: (id: string, caller: Caller) => Promise<void>;
}

const taskShape = fields({
	meetingDate: text,
	agenda: list(text),
	present: list(fields({ id: text, part: oneOf('chair', 'member') })),
	/** The organiser wrote the list by hand, without the pattern. */
	ownTask: oneOf('open', 'done', 'by-hand'),
});
const TASK = ['meetingDate', 'agenda', 'present', 'ownTask'];

/** What the prompt needs of the process, in marks. */
export interface Task {
	meetingDate: string;
	agenda: string[] | undefined;
	present: { mark: string; part: string }[];
}

export function openProcess(engine: ProcessEngine) {
	const readTask = async (id: string, caller: Caller) =>
		taskShape(await reached(engine.read(id, TASK, caller)), 'process');
	const assertOpen = ({ ownTask }: Pick<ReturnType<typeof taskShape>, 'ownTask'>): void => {
		if (ownTask === 'open') return;
		const what = ownTask === 'done' ? 'A list was drafted already' : 'The list is written by hand';
		throw new Refusal('human-override', 'taken-by-person', `${what}; it is left alone.`);
	};
	return {
		/** Reads the process, and sends its texts through the screen of the meeting. */
		read: async (run: Run, { masking, clean }: Screened, caller: Caller): Promise<Task> => {
			run.at('task');
			const task = await readTask(run.item, caller);
			assertOpen(task);
			const present = task.present.map(({ id, part }) => ({ mark: masking.markOf(id), part }));
			const known = present.flatMap(({ mark, part }) => (mark ? [{ mark, part }] : []));
			if (known.length < present.length) {
				const message = 'The process names somebody present whose name was not masked.';
				throw new Refusal('data-loss-prevention', 'present-unclear', message);
			}
			const agenda = task.agenda.length > 0 ? await clean(task.agenda) : undefined;
			const { meetingDate } = task;
			run.done(`Day ${withWeekday(meetingDate)}, ${known.length} present, as marks.`);
			return { meetingDate, agenda, present: known };
		},
		/** @throws Refusal if the organiser wrote the list while the model answered. */
		assertStillOpen: async (run: Run, caller: Caller): Promise<void> =>
			assertOpen(await readTask(run.item, caller)),
		/** Sets the variables and completes the pattern's own task. The organiser's task comes next. */
		write: async (run: Run, lines: readonly Line[], caller: Caller): Promise<void> => {
			run.at('draft-list');
			const variables = {
				draft_decisions: lines.filter(({ kind }) => kind === 'decision'),
				draft_actions: lines.filter(({ kind }) => kind === 'action'),
				draft_open_points: lines.filter(({ kind }) => kind === 'open-point'),
				draft_trace_id: run.trace,
			};
			await reached(engine.write(run.item, variables, caller));
			await reached(engine.completeTask(run.item, caller));
		},
	};
}

async function reached<T>(act: Promise<T>): Promise<T> {
	try {
		return await act;
	} catch (error) {
		if (!(error instanceof ConnectorDown)) throw error;
		const message = 'The workflow engine does not answer, so the request waits for up to 24 hours.';
		throw new Refusal(undefined, 'engine-down', message);
	}
}
