/** A field that may hold sensitive text is marked, redacted, and kept for a stated time. */
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';

const REDACT_FIX = 'Write `sensitive: true`, so that it is redacted first.';

const field = (more: string) =>
	`telemetry:\n  - { field: test.note.text, type: string, when: A note is saved, sensitive: true${more} }`;

export const sensitiveTelemetry: Rule = {
	id: 'sensitive-telemetry',
	phase: 'policy',
	severity: 'error',
	summary:
		'A field that a framework calls sensitive is marked as sensitive. Sensitive fields have a logging control and a deletion date.',
	why: 'More people read the logs than use the system. A prompt that is kept in full and for ever is a second, unprotected copy of everything that people typed.',
	source: 'Domain rule 14, OpenTelemetry GenAI semantic conventions',
	example: { in: 'patterns', fails: field(''), passes: field(', keepDays: 90') },
	*check(catalogue) {
		const sensitive = sensitiveFields(catalogue);
		yield* contract(catalogue, sensitive);
		for (const entry of catalogue.patterns.values()) yield* own(entry, catalogue, sensitive);
	},
};

/** Fields that an entry of content/frameworks marks as sensitive, with its id. */
function sensitiveFields({ frameworks }: Catalogue): Map<string, string> {
	const found = new Map<string, string>();
	for (const { id: framework, data } of frameworks.values()) {
		for (const { id, sensitive } of data.items) if (sensitive) found.set(id, framework);
	}
	return found;
}

function* contract(
	{ all, policy }: Catalogue,
	sensitive: ReadonlyMap<string, string>,
): Generator<Problem> {
	const { signals, sensitiveControls } = policy.telemetry;
	const guarded = sensitiveControls.some((control) => policy.baselines.low.includes(control));
	for (const entry of all.policy.values()) {
		for (const [index, signal] of signals.entries()) {
			const path = ['telemetry', 'signals', index, 'sensitive'];
			const named = signal.fields.find((name) => sensitive.has(name));
			if (named && !signal.sensitive) {
				const message = `"${named}" is sensitive in ${sensitive.get(named)}, but the signal "${signal.what}" is not.`;
				yield {
					entry,
					path,
					message,
					fix: REDACT_FIX,
				};
			}
			if (signal.sensitive && !guarded) {
				const message = `the signal "${signal.what}" is sensitive, but the low baseline has no control for it.`;
				const fix = `Add ${sensitiveControls.join(' or ')} to \`baselines.low\`.`;
				yield { entry, path, message, fix };
			}
		}
	}
}

function* own(
	entry: Entry<'patterns'>,
	{ policy }: Catalogue,
	sensitive: ReadonlyMap<string, string>,
): Generator<Problem> {
	const { sensitiveControls } = policy.telemetry;
	const present = entry.data.controls.map(({ control }) => control);
	for (const [index, signal] of entry.data.telemetry.entries()) {
		const path = ['telemetry', index];
		if (sensitive.has(signal.field) && !signal.sensitive) {
			const message = `"${signal.field}" is sensitive in ${sensitive.get(signal.field)}, but not here.`;
			yield { entry, path: [...path, 'sensitive'], message, fix: REDACT_FIX };
		}
		if (!signal.sensitive) continue;
		if (signal.keepDays === undefined) {
			const message = `"${signal.field}" is sensitive, but nothing says how long it is kept.`;
			yield { entry, path, message, fix: 'Add `keepDays`.' };
		}
		if (sensitiveControls.some((control) => present.includes(control))) continue;
		const message = `"${signal.field}" is sensitive, but no control of this pattern redacts it.`;
		yield { entry, path, message, fix: `Add the control ${sensitiveControls.join(' or ')}.` };
	}
}
