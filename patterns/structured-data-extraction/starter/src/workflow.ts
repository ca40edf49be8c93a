/**
 * Structured data extraction: two models read the document separately, code compares and tests the
 * values, and a reviewer accepts the record before it is written. The nodes are those of the
 * pattern's drawing, in its order.
 */
import { type Capture, type CapturedField, isOpen } from './capture.ts';
import type { Pass } from './check.ts';
import type { Connector } from './connectors/connector.ts';
import { readThreshold, thresholdShape } from './controls/confidence-gate.ts';
import { limitsShape } from './controls/rate-spend-limits.ts';
import { type Correct, openCorrect } from './correct.ts';
import { endRun } from './endings.ts';
import { openIntake } from './intake.ts';
import { modelsOf, openPasses, passesShape } from './passes.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, number } from './policy/shape.ts';
import { openReview, type Review } from './review.ts';
import { openReviewers } from './reviewers.ts';
import { openRun, type Run } from './run/run.ts';
import { readSchemas, type Schema, schemaOf } from './schemas.ts';
import { openDocumentScreen, type ScreenedDocument } from './screen.ts';
import type { Services } from './services.ts';
import { type Decisions, openSettle } from './settle.ts';
import { differing, markFields } from './threshold.ts';
import { openWriter, type ProcessEngine } from './writer.ts';

export const PATTERN = 'structured-data-extraction';
/** As approved. A team can set its own threshold above it. */
const APPROVED_THRESHOLD = 0.9;

const itemShape = fields({ pages: number, repairs: number });

export interface Systems {
	documents: Connector;
	engine: ProcessEngine;
}

export interface Extraction extends Omit<Review, 'offer'>, Omit<Correct, 'filed' | 'reasons'> {
	/** Takes one task from arrival to a record that waits for its reviewer, or to a person. */
	handle: (task: string) => Promise<Run>;
}

export function openExtraction(services: Services, { documents, engine }: Systems): Extraction {
	const { root, access, pins } = services;
	const { item } = readPolicy(root, 'policy/limits.yaml', limitsShape);
	const { pages: mostPages, repairs } = itemShape(item, 'policy/limits.yaml.item');
	const threshold = readThreshold(
		readPolicy(root, 'policy/threshold.yaml', thresholdShape),
		APPROVED_THRESHOLD,
	);
	const policy = readPolicy(root, 'policy/passes.yaml', passesShape);
	const models = modelsOf(policy, pins, services.model);
	const schemas = readSchemas(root, access);
	const reviewers = openReviewers(root);
	const intake = openIntake(services, { engine, documents, reviewers, mostPages });
	const { screened, clean } = openDocumentScreen(services);
	const readTwice = openPasses(services, models, repairs);
	const settle = openSettle(services, models.settle, repairs, clean);
	const { filed, reasons, ...correct } = openCorrect(services, engine, {
		pattern: PATTERN,
		reviewers,
	});
	const write = openWriter(services, engine, intake);
	const parts = { pattern: PATTERN, reviewers, write, reasons, filed };
	const { offer, ...review } = openReview(services, parts);

	/** Node check: how far the two passes agree; and node settle for the rest. */
	async function compare(
		run: Run,
		document: string,
		schema: Schema,
		passes: readonly [Pass, Pass],
		{ pages }: ScreenedDocument,
	): Promise<Decisions> {
		const differ = differing(schema, passes);
		run.signals({ 'aicat.extraction.fields_differing': differ.length });
		const names = differ.map(({ field }) => field.name).join(', ');
		run.done(differ.length > 0 ? `The passes differ on ${names}.` : 'The passes agree.');
		const decisions = await settle(run, document, schema, differ, pages);
		for (const { field } of differ) {
			const says = decisions.get(field.name) ? 'decided, and open' : 'unresolved, and open';
			run.done(`${field.name}: ${says}.`);
		}
		return decisions;
	}

	/** Node threshold: what is settled, what is open, said with the reasons. */
	function gateFields(run: Run, own: readonly CapturedField[]): void {
		run.at('threshold');
		const sure = own.filter(({ value }) => value !== undefined).map((one) => one.confidence);
		const open = own.filter(isOpen);
		run.signals({
			'aicat.confidence.value': Math.min(1, ...sure),
			'aicat.confidence.threshold': threshold,
			'aicat.extraction.fields_open': open.map(({ name }) => name),
		});
		if (open.length > 0) run.signals({ 'aicat.escalation.reason': 'fields-open' });
		const settled = own.filter((field) => !isOpen(field)).map(({ name }) => name);
		run.done(`Settled: ${settled.join(', ') || 'none'}.`);
		for (const { name, why, notes } of open) {
			run.done(
				`Open: ${name} (${why.join(', ')})${notes.length > 0 ? `: ${notes.join('; ')}` : ''}.`,
			);
		}
	}

	async function handle(task: string): Promise<Run> {
		const run = openRun(task, PATTERN, services);
		let sender: string | undefined;
		try {
			const taken = await intake.takeIn(run);
			sender = taken.about.sender;
			run.at('schema');
			const schema = schemaOf(taken.task.documentType, schemas);
			run.signals({ 'aicat.extraction.schema_version': schema.version });
			run.done(`${schema.fields.length} fields of ${schema.id} ${schema.version}.`);
			const seen = screened(run, taken.pages, schema);
			const passes = await readTwice(run, schema, seen.pages);
			const { digest, version } = taken.about;
			const decisions = await compare(run, digest, schema, passes, seen);
			const own = markFields(schema, passes, decisions, threshold);
			gateFields(run, own);
			const capture: Capture = {
				item: task,
				trace: run.trace,
				document: taken.task.documentId,
				documentVersion: version,
				type: schema.id,
				schemaVersion: schema.version,
				layout: seen.layout,
				group: taken.task.reviewerGroup,
				fields: own,
				notes: seen.notes,
			};
			run.at('reviewer');
			const told = capture.notes.map((note) => ` The reviewer is also told: ${note}`).join('');
			run.done(`Waits for a reviewer of ${capture.group}; nothing is written yet.${told}`);
			offer(capture);
			intake.noteSeen(digest);
			run.end('held');
		} catch (error) {
			endRun(run, error, { sender }, services);
		}
		return run;
	}

	return { handle, ...review, ...correct };
}
