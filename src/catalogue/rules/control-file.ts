/** The file that holds a control is a path, and is in the starter where the pattern has one. */
import { BASE_FOLDER, MADE_FILES, promptPaths } from '../judge/starter/places.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { MARK } from '../model/marker.ts';
import type { Rule } from '../model/rule.ts';
import { hasStarter, overlayOf } from '../model/starter.ts';
import { suggest } from '../words/suggest.ts';

/** A path within the starter, or the name of a setting with its dots. */
const PATH = /^(?!\/|.*\.\.|.*\/\/)[\w.@-]+(?:\/[\w.@-]+)*$/;

export const controlFile: Rule = {
	id: 'control-file',
	phase: 'structure',
	severity: 'error',
	summary: 'The `file` of a control is a path, and is in the starter of the pattern.',
	why: 'A reviewer opens that file to see whether the control is there. A path to a missing file is a claim without evidence.',
	source: 'Project brief, section 4, evidence for every control',
	example: {
		in: 'patterns',
		fails:
			'controls:\n  - control: logging\n    how: Every call is written to the log of the gateway.\n    codifiedIn: config\n    file: somewhere in the repository, ask Bob\n    evidence: { kind: log-config, source: Settings export }',
		passes:
			'controls:\n  - control: logging\n    how: Every call is written to the log of the gateway.\n    codifiedIn: config\n    file: policy/log.yaml\n    evidence: { kind: log-config, source: Settings export }',
	},
	*check(catalogue) {
		for (const entry of catalogue.patterns.values()) {
			const files = hasStarter(entry, catalogue) ? starterFiles(entry, catalogue) : undefined;
			for (const [index, { control, file }] of entry.data.controls.entries()) {
				// A marker is no claim yet; rule to-fill tells of it.
				if (file === undefined || file.startsWith(MARK)) continue;
				const path = ['controls', index, 'file'];
				if (!PATH.test(file)) {
					const message = `the file of "${control}" is "${file.slice(0, 60)}", which is not a path.`;
					const fix =
						'Write the path in the starter, such as policy/limits.yaml, or delete the key.';
					yield { entry, path, message, fix };
				} else if (files && !files.has(file)) {
					const near = suggest(file, files);
					const message = `the starter has no file "${file}", which "${control}" names.`;
					const fix = near ? `Did you mean "${near}"?` : `Add it to ${overlayOf(entry.id)}.`;
					yield { entry, path, message, fix };
				}
			}
		}
	},
};

/** Every path of the starter: the common files, those laid over them, and those that are made. */
function starterFiles(entry: Entry<'patterns'>, catalogue: Catalogue): Set<string> {
	const files = new Set<string>(MADE_FILES);
	for (const { path } of promptPaths(entry, catalogue)) files.add(path);
	for (const folder of [BASE_FOLDER, overlayOf(entry.id)]) {
		for (const { file } of catalogue.assets) {
			if (file.startsWith(folder)) files.add(file.slice(folder.length));
		}
	}
	return files;
}
