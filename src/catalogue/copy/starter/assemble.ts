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
 * What it replaces of the base it names in overlay.yaml, with the reason; the rule `starter-files`
 * says which places and files it can have at all.
 *
 * From the catalogue come, whatever the overlay has: prompts with their cases and
 * released versions, catalogue.lock.json, telemetry/contract.json, policy/model.yaml,
 * runbooks/incident.md, training/launch-kit.md, README.md, EVIDENCE.md, and last catalogue.json,
 * which holds the digest of every other file.
 */

import { controlRows, filesUnder } from '../../judge/starter/overlay.ts';
import {
	BASE_FOLDER,
	CONTROL_TABLE,
	OVERLAY_MANIFEST,
	promptPaths,
	TEMPLATE,
} from '../../judge/starter/places.ts';
import { addressesOf, type SiteUrl } from '../../model/address.ts';
import type { BundleFile } from '../../model/artefacts.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { hasStarter, MANIFEST_PATH, overlayOf } from '../../model/starter.ts';
import { modeOf } from '../archive.ts';
import { manifestJson } from '../manifest.ts';
import { evidenceList } from './evidence.ts';
import { contractJson, incidentPage, launchKit, lockJson, modelYaml } from './made.ts';
import { type Parts, readme } from './readme.ts';

/**
 * Every file of the starter in order of path; empty for a pattern that has none.
 *
 * Takes what the rule `starter-files` has found sound.
 */
export function starterFiles(
	pattern: Entry<'patterns'>,
	catalogue: Catalogue,
	url: SiteUrl = addressesOf(catalogue),
): BundleFile[] {
	if (!hasStarter(pattern, catalogue)) return [];
	const base = textsUnder(BASE_FOLDER, catalogue);
	const overlay = textsUnder(overlayOf(pattern.id), catalogue);
	const rows = controlRows(overlay.get(CONTROL_TABLE) ?? '[]') ?? [];
	const template = base.get(TEMPLATE) ?? '';
	const made = madeFiles(pattern, catalogue, { rows, template, url });
	const files = new Map([...base, ...overlay, ...made]);
	for (const path of [TEMPLATE, OVERLAY_MANIFEST]) files.delete(path);
	const ordered = [...files]
		.map(([path, text]) => ({ path, text, mode: modeOf(text) }))
		.sort((a, b) => compare(a.path, b.path));
	const text = manifestJson(pattern, catalogue, ordered, url);
	return [{ path: MANIFEST_PATH, text, mode: 0o644 }, ...ordered].sort((a, b) =>
		compare(a.path, b.path),
	);
}

/** The texts of a folder, with line ends of one kind. */
function textsUnder(folder: string, catalogue: Catalogue): Map<string, string> {
	const texts = new Map<string, string>();
	for (const [path, text] of filesUnder(folder, catalogue)) {
		if (text === undefined) throw new Error(`${folder}${path} is not text; the checks refuse it.`);
		texts.set(path, text.replaceAll('\r\n', '\n'));
	}
	return texts;
}

function madeFiles(
	pattern: Entry<'patterns'>,
	catalogue: Catalogue,
	{ rows, template, url }: Parts,
): Map<string, string> {
	const files = new Map<string, string>();
	for (const { path, source } of promptPaths(pattern, catalogue)) files.set(path, source);
	files.set('catalogue.lock.json', lockJson(pattern, catalogue));
	files.set('telemetry/contract.json', contractJson(pattern, catalogue));
	files.set('policy/model.yaml', modelYaml(pattern, catalogue));
	files.set('runbooks/incident.md', incidentPage(pattern, catalogue));
	files.set('training/launch-kit.md', launchKit(pattern, catalogue));
	files.set('EVIDENCE.md', evidenceList(pattern, catalogue));
	files.set('README.md', readme(pattern, catalogue, { rows, template, url }));
	return files;
}
