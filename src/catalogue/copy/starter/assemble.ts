/**
 * The files of a pattern's starter, as a team unpacks them.
 *
 * The overlay contract. content/starter/ is the base and knows no pattern; patterns/<id>/starter/
 * is laid over it, file by file, the overlay winning. An overlay holds at least
 * - src/workflow.ts: the flow, with the pattern's node ids; it opens a run per item (`openRun`),
 *   turns each `Refusal` into `run.refuse(refusal, 'held' | 'left')`, and asks the model through
 *   `askModel` alone;
 * - src/example.ts: `EXAMPLE_START` (a day within the delegation) and `openExample(services)`, which
 *   gives `title`, `steps` (each a title and `act()`, a run) and `after()` (lines to print last);
 * - src/check.ts: the output check the pattern's `controls` names, over `validateOutput`;
 * - controls.json: a row for every control of the pattern (control, acts, module, file), each with a
 *   test titled "<control>: ..." somewhere under src/;
 * - policy/access.yaml, policy/switch.yaml, and what its own code reads: screen, queues, threshold;
 * - recordings/<prompt>.json: an answer for each case and each example, bound to its messages by
 *   `npm run record`, or `npm run record -- --rekey` after a change that leaves the answers as they are.
 * Files of the base it may replace where its numbers differ: .ci/*.yml, policy/limits.yaml,
 * policy/dlp.yaml, policy/override.yaml, telemetry/*.yaml, training/record.yaml, runbooks/feedback.md.
 *
 * From the catalogue come, unless the overlay has a file of that path: prompts with their cases and
 * released versions, catalogue.lock.json, telemetry/contract.json, policy/model.yaml,
 * runbooks/incident.md, training/launch-kit.md, README.md, EVIDENCE.md, and last catalogue.json,
 * which holds the digest of every other file.
 */

import { addressesOf, type SiteUrl } from '../../model/address.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { hasStarter, MANIFEST_PATH, overlayOf } from '../../model/starter.ts';
import { type BundleFile, modeOf } from '../archive.ts';
import { manifestJson } from '../manifest.ts';
import { evidenceList } from './evidence.ts';
import { contractJson, incidentPage, launchKit, lockJson, modelYaml } from './made.ts';
import { type ControlRow, controlRows, readme } from './readme.ts';

const BASE = 'content/starter/';
const TEMPLATE = 'README.template.md';

/**
 * Every file of the starter in order of path; empty for a pattern that has none.
 *
 * @throws Error for a file that is no text, since a starter is source that a team reads
 */
export function starterFiles(
	pattern: Entry<'patterns'>,
	catalogue: Catalogue,
	url: SiteUrl = addressesOf(catalogue),
): BundleFile[] {
	if (!hasStarter(pattern, catalogue)) return [];
	const base = filesUnder(BASE, catalogue);
	const overlay = filesUnder(overlayOf(pattern.id), catalogue);
	const rows = controlRows(overlay.get('controls.json') ?? '[]');
	const template = base.get(TEMPLATE) ?? '';
	const made = madeFiles(pattern, catalogue, { rows, template, url });
	const files = new Map([...base, ...made, ...overlay]);
	files.delete(TEMPLATE);
	const ordered = [...files]
		.map(([path, text]) => ({ path, text, mode: modeOf(text) }))
		.sort((a, b) => compare(a.path, b.path));
	const text = manifestJson(pattern, catalogue, ordered, url);
	return [{ path: MANIFEST_PATH, text, mode: 0o644 }, ...ordered].sort((a, b) =>
		compare(a.path, b.path),
	);
}

function filesUnder(folder: string, { assets }: Catalogue): Map<string, string> {
	const files = new Map<string, string>();
	for (const { file, text } of assets) {
		if (!file.startsWith(folder)) continue;
		if (text === undefined) throw new Error(`${file} is no text; a starter holds text only.`);
		files.set(file.slice(folder.length), text.replaceAll('\r\n', '\n'));
	}
	return files;
}

interface Parts {
	rows: readonly ControlRow[];
	template: string;
	url: SiteUrl;
}

function madeFiles(
	pattern: Entry<'patterns'>,
	catalogue: Catalogue,
	{ rows, template, url }: Parts,
): Map<string, string> {
	const files = new Map<string, string>();
	for (const id of pattern.data.prompts) {
		const prompt = catalogue.prompts.get(id);
		if (prompt) files.set(`prompts/${id}.prompt`, prompt.source);
		const cases = catalogue.cases.get(id);
		if (cases) files.set(`prompts/${id}.cases.yaml`, cases.source);
	}
	for (const { id, parent, source } of catalogue.releases.values()) {
		if (parent === pattern.id) files.set(`prompts/released/${id}.prompt`, source);
	}
	files.set('catalogue.lock.json', lockJson(pattern, catalogue));
	files.set('telemetry/contract.json', contractJson(pattern, catalogue));
	files.set('policy/model.yaml', modelYaml(pattern, catalogue));
	files.set('runbooks/incident.md', incidentPage(pattern, catalogue));
	files.set('training/launch-kit.md', launchKit(pattern, catalogue));
	files.set('EVIDENCE.md', evidenceList(pattern, catalogue));
	files.set('README.md', readme(pattern, catalogue, { rows, template, url }));
	return files;
}
