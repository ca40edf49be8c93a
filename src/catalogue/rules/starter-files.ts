/** What a starter holds is text a team can read, at its place, and it replaces only what it says. */
import type { Fault } from '../judge/starter/fault.ts';
import { baseFaults, overlayFaults } from '../judge/starter/overlay.ts';
import { BASE_FOLDER } from '../judge/starter/places.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { overlayOf } from '../model/starter.ts';

export const starterFiles: Rule = {
	id: 'starter-files',
	phase: 'references',
	severity: 'error',
	summary:
		'A starter has files in known folders only, and says which files of the common starter it replaces.',
	why: 'Every team that takes the starter installs and runs it. If a file replaces a control, runs during installation or loads code from elsewhere, it would reach them without approval.',
	source: 'Project brief, section 4, policy as code; OWASP LLM03:2025, supply chain',
	*check(catalogue) {
		for (const pattern of catalogue.patterns.values()) {
			const folder = overlayOf(pattern.id);
			for (const fault of overlayFaults(pattern, catalogue)) yield problem(pattern, folder, fault);
		}
		const [organisation] = catalogue.all.organisation.values();
		if (!organisation) return;
		for (const fault of baseFaults(catalogue)) yield problem(organisation, BASE_FOLDER, fault);
	},
};

const problem = (
	entry: Entry,
	folder: string,
	{ path, spot = { line: 1, column: 1 }, severity, message, fix }: Fault,
): Problem => ({
	entry,
	file: folder + path,
	spot,
	...(severity ? { severity } : {}),
	message,
	fix,
});
