/** Findings as a GitLab Code Quality report, which a merge request compares with its target. */
import { fingerprints } from './fingerprint.ts';
import { inOneField, type Printer } from './printer.ts';

const SEVERITIES = { error: 'major', warning: 'minor' } as const;

export const gitlab: Printer = {
	name: 'gitlab',
	summary: 'GitLab Code Quality report',
	forMachines: true,
	print(report) {
		const names = fingerprints(report.findings);
		const issues = report.findings.map((finding, index) => ({
			description: inOneField(finding, report),
			check_name: finding.rule,
			fingerprint: names[index],
			severity: SEVERITIES[finding.severity],
			location: {
				path: finding.file,
				lines: { begin: finding.line, end: finding.endLine ?? finding.line },
			},
		}));
		return JSON.stringify(issues, undefined, 2);
	},
};
