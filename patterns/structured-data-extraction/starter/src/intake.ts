/** Nodes intake and document: can the document be read at all? Decided before its text is read. */
import type { Connector } from './connectors/connector.ts';
import { assertDelegated, type Caller, callerOf } from './controls/access-control.ts';
import { assertLabelWithin } from './controls/data-classification.ts';
import { fields, list, optional, text } from './policy/shape.ts';
import { Refusal } from './refusal.ts';
import type { Reviewers } from './reviewers.ts';
import type { Run } from './run/run.ts';
import type { ArrivedPage } from './screen.ts';
import type { Services } from './services.ts';

const word = (value: unknown) => (typeof value === 'string' ? value : undefined);

const taskShape = fields({
	state: text,
	documentId: text,
	documentType: text,
	reviewerGroup: text,
	folder: text,
	pickedBy: optional(text),
});
const TASK = ['state', 'documentId', 'documentType', 'reviewerGroup', 'folder', 'pickedBy'];

const aboutShape = fields({ label: word, version: text, digest: text, sender: text });
const ABOUT = ['label', 'version', 'digest', 'sender'];

const pagesShape = fields({ pages: list(fields({ layer: text, image: text })) });

export interface Taken {
	task: ReturnType<typeof taskShape>;
	about: ReturnType<typeof aboutShape>;
	pages: ArrivedPage[];
}

export interface Intake {
	takeIn: (run: Run) => Promise<Taken>;
	/** Notes that a record of this document waits or is filed, so that it is not read again. */
	noteSeen: (digest: string) => void;
	/** @throws Refusal if the task was closed, or the document replaced, since it was read. */
	assertUnchanged: (run: Run, document: string, version: string, reviewer: string) => Promise<void>;
}

export interface Reads {
	engine: Connector;
	documents: Connector;
	reviewers: Reviewers;
	mostPages: number;
}

export function openIntake(services: Services, reads: Reads): Intake {
	const { access, clock, killSwitch, overrides } = services;
	const { engine, documents, reviewers, mostPages } = reads;
	const seen = new Set<string>();

	async function openTask(run: Run) {
		const read = await engine.read(run.item, TASK, callerOf(access, run.trace));
		const task = taskShape(read, 'task');
		if (task.state === 'open') return task;
		const message = 'The task is no longer open, so nothing is written a second time.';
		throw new Refusal(undefined, 'task-closed', message);
	}

	/** The person in the group who picked it up, or the service account in its one folder. */
	function readerOf(run: Run, { pickedBy, folder, reviewerGroup }: Taken['task']): Caller {
		const caller = callerOf(access, run.trace);
		if (pickedBy !== undefined) {
			reviewers.assertMember(pickedBy, reviewerGroup);
			run.passed('access-control', `Reads on behalf of a member of ${reviewerGroup}.`);
			return { ...caller, onBehalfOf: pickedBy };
		}
		if (access.delegation.covers.includes(folder)) {
			run.passed('access-control', `Reads as ${caller.service}, in the folder ${folder}.`);
			return caller;
		}
		const message = `Nobody picked it up, and ${folder} is not a folder of the service account.`;
		throw new Refusal('access-control', 'outside-folder', message);
	}

	return {
		takeIn: async (run) => {
			run.at('intake');
			killSwitch.assertOn();
			run.passed('incident-playbook', 'The switch extraction.enabled is on.');
			assertDelegated(access, clock);
			overrides.assertFree(run.item);
			const task = await openTask(run);
			const reader = readerOf(run, task);
			run.at('document');
			const about = aboutShape(await documents.read(task.documentId, ABOUT, reader), 'document');
			run.signals({
				'aicat.document.type': task.documentType,
				'aicat.document.version': about.version,
			});
			assertLabelWithin(about.label, access);
			run.passed(
				'data-classification',
				`Labelled ${about.label}; up to ${access.ceiling} is read.`,
			);
			if (seen.has(about.digest)) {
				const message = 'This exact document was read before, and there is a record of it.';
				throw new Refusal(undefined, 'seen-before', message);
			}
			const read = await documents.read(task.documentId, ['pages'], reader);
			const { pages } = pagesShape(read, 'document');
			if (pages.length > mostPages) {
				const message = `${pages.length} pages; ${mostPages} are read at most.`;
				throw new Refusal('rate-spend-limits', 'too-many-pages', message);
			}
			return { task, about, pages };
		},
		noteSeen: (digest) => void seen.add(digest),
		assertUnchanged: async (run, document, version, reviewer) => {
			await openTask(run);
			// The service account has rights in its one folder; the reviewer has rights for this
			// document.
			const caller = { ...callerOf(access, run.trace), onBehalfOf: reviewer };
			const now = aboutShape(await documents.read(document, ABOUT, caller), 'document');
			run.signals({ 'aicat.document.version': now.version });
			if (now.version === version) return;
			const message = 'The document was replaced after it was read, so it is read again.';
			throw new Refusal('approval-gate', 'document-changed', message);
		},
	};
}
