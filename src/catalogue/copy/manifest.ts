/**
 * catalogue.json of a copy, and the answer the site gives to one. Both are read by the scripts of
 * content/starter/src/catalogue/, in the teams' own pipelines, for years: a field here changes its
 * meaning only with a new form.
 */

import { COPY_FORM, type CopyDocument } from '#schemas/api.ts';
import { status as statuses } from '#schemas/vocabularies.ts';
import type { Waiver } from '#schemas/waiver.ts';
import { patternDigest } from '../judge/approval/digest.ts';
import { stateOf, stateWords } from '../judge/approval/state.ts';
import { requiredControls, reviewDue, tierOf } from '../judge/tier.ts';
import type { SiteUrl } from '../model/address.ts';
import { apiFile, documentSchemaPath } from '../model/api-path.ts';
import type { BundleFile } from '../model/artefacts.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { fileDigest } from '../model/digest.ts';
import { MANIFEST_PATH, starterFilePath } from '../model/starter.ts';
import { titleById } from '../model/title.ts';
import { placeOfTombstone } from '../model/withdrawn.ts';

type Pattern = Entry<'patterns'>;

/** Where the site answers for a pattern, from its root on. */
export const answerPath = (pattern: string) => apiFile(`copies/${pattern}`);

/** A control that the policy requires of a pattern. */
export interface Obligation {
	control: string;
	title: string;
}

/** What the policy requires of a pattern, in the order of the policy. */
function controlsRequired({ data }: Pattern, catalogue: Catalogue): Obligation[] {
	return requiredControls(data, catalogue.policy).map(({ control }) => ({
		control,
		title: titleById('controls', control, catalogue),
	}));
}

/** The manifest in a starter, about the files next to it. */
export function manifestJson(
	pattern: Pattern,
	catalogue: Catalogue,
	files: readonly BundleFile[],
	url: SiteUrl,
): string {
	const { id, data } = pattern;
	const manifest = {
		about:
			'What was taken, for npm run catalogue:check. That command and catalogue:update read it.',
		form: COPY_FORM,
		site: url('/'),
		answer: answerPath(id),
		pattern: id,
		title: data.title,
		version: data.version,
		digest: patternDigest(pattern, catalogue),
		status: stateOf(pattern, catalogue),
		tier: tierOf(data, catalogue.policy),
		parameters: {},
		obligations: controlsRequired(pattern, catalogue),
		files: Object.fromEntries(files.map(({ path, text }) => [path, fileDigest(text)])),
		filled: {},
	};
	return `${JSON.stringify(manifest, null, '\t')}\n`;
}

/** What the site answers to every copy of a pattern. */
export function answerFor(
	pattern: Pattern,
	catalogue: Catalogue,
	files: readonly BundleFile[],
	url: SiteUrl,
): CopyDocument {
	const { id, data } = pattern;
	const tier = tierOf(data, catalogue.policy);
	const { name, label, duty, example } = stateWords(pattern, catalogue);
	return {
		$schema: url(documentSchemaPath('copy')),
		form: COPY_FORM,
		pattern: id,
		title: data.title,
		page: url(`/patterns/${id}/`),
		version: data.version,
		digest: patternDigest(pattern, catalogue),
		state: { name, label, duty, ...(example && { example }) },
		successor: successor(data.successor, catalogue, url),
		changes: data.changes,
		tier,
		reviewDue: reviewDue(data.reviewed, tier, catalogue.policy),
		policy: catalogue.policy.version,
		obligations: controlsRequired(pattern, catalogue),
		waivers: data.waivers.map((waiver) => ({
			what: waivedName(waiver, catalogue),
			expires: waiver.expires,
			compensatedBy: waiver.compensatedBy,
		})),
		files: files
			.filter(({ path }) => path !== MANIFEST_PATH)
			.map(({ path, text }) => ({
				path,
				digest: fileDigest(text),
				size: Buffer.byteLength(text),
				from: starterFilePath(id, path),
			})),
	};
}

const waivedName = (waiver: Waiver, catalogue: Catalogue) =>
	'rule' in waiver ? `the rule ${waiver.rule}` : titleById('controls', waiver.control, catalogue);

/** What the site answers to copies of a pattern that was withdrawn. */
export function answerForWithdrawn(
	tombstone: Entry<'withdrawn'>,
	catalogue: Catalogue,
	url: SiteUrl,
): CopyDocument {
	const { id } = placeOfTombstone(tombstone.id);
	const { title, version, because, withdrawn, successor: next } = tombstone.data;
	return {
		$schema: url(documentSchemaPath('copy')),
		form: COPY_FORM,
		pattern: id,
		title,
		page: url(`/patterns/${id}/`),
		version,
		state: {
			name: 'withdrawn',
			label: statuses.label('withdrawn'),
			duty: 'Turn it off.',
		},
		because: `Withdrawn on ${withdrawn}. ${because}`,
		successor: successor(next, catalogue, url),
		changes: [],
		obligations: [],
		waivers: [],
		files: [],
	};
}

function successor(id: string | undefined, { patterns }: Catalogue, url: SiteUrl) {
	const next = id === undefined ? undefined : patterns.get(id);
	if (!next) return undefined;
	const { title, version } = next.data;
	return { id: next.id, title, version, page: url(`/patterns/${next.id}/`) };
}
