/** Findings as JSON, for scripts of one's own. The form is stable: keys are added, never changed. */
import type { Printer } from './printer.ts';

/** Raised when a key changes its meaning or goes. */
const VERSION = 1;

export const json: Printer = {
	name: 'json',
	summary: 'for scripts: { version, errors, warnings, findings: [...] }',
	forMachines: true,
	print({ findings, linkTo }) {
		const errors = findings.filter(({ severity }) => severity === 'error').length;
		const document = {
			version: VERSION,
			errors,
			warnings: findings.length - errors,
			findings: findings.map((finding) => ({
				file: finding.file,
				line: finding.line,
				column: finding.column,
				endLine: finding.endLine,
				endColumn: finding.endColumn,
				severity: finding.severity,
				rule: finding.rule,
				message: finding.message,
				fix: finding.fix,
				link: linkTo(finding.rule),
			})),
		};
		return JSON.stringify(document, undefined, 2);
	},
};
