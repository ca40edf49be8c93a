/** The telemetry contract records every subject that must be known of a call. */
import { telemetrySubject } from '#schemas/vocabularies.ts';
import type { Rule } from '../model/rule.ts';

const subjects = ['text', 'latency', 'model-version', 'confidence', 'user-action', 'escalation'];
const contract = (...names: string[]) => `telemetry:
  namespace: test
  mandatory: [prompt]
  sensitiveControls: [logging]
  annexIIIDays: 180
  mostDays: 400
  signals:
${names
	.map(
		(name) =>
			`    - { what: Signal ${name}, subject: ${name}, fields: [test.${name}], sensitive: false, keepDays: 200 }`,
	)
	.join('\n')}`;

export const telemetryMinimum: Rule = {
	id: 'telemetry-minimum',
	phase: 'policy',
	severity: 'error',
	summary: 'A signal records every mandatory subject of the telemetry contract.',
	why: 'After an incident, you can only use what was recorded on the day: which prompt, which model, what the person did.',
	source: 'Domain rule 13, project brief, section 8',
	example: {
		in: 'policy',
		fails: contract(...subjects, 'retrieval-source'),
		passes: contract(...subjects, 'prompt'),
	},
	*check({ all, policy: { telemetry } }) {
		const recorded = new Set(telemetry.signals.map(({ subject }) => subject));
		for (const entry of all.policy.values()) {
			for (const [index, subject] of telemetry.mandatory.entries()) {
				if (recorded.has(subject)) continue;
				const message = `no signal records ${telemetrySubject.label(subject).toLowerCase()}.`;
				const fix = `Add a signal with \`subject: ${subject}\` and its fields.`;
				yield { entry, path: ['telemetry', 'mandatory', index], message, fix };
			}
		}
	},
};
