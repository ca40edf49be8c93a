/** What an approval relies on besides the content itself, and what has changed in it since. */
import type { ReliedKind, Tier } from '#schemas/vocabularies.ts';
import { tier as tiers } from '#schemas/vocabularies.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { fileDigest } from '../../model/digest.ts';
import type { Entry } from '../../model/entry.ts';
import { compare } from '../../model/finding.ts';
import { isOf } from '../../model/is-of.ts';
import { keeper } from '../../model/keep.ts';
import { folderAt } from '../../model/noted.ts';
import { canonicalJson } from '../../words/canonical-json.ts';
import { BASE_FOLDER } from '../starter/places.ts';
import { contentDigest } from './content-digest.ts';
import { digestOfContents } from './digest.ts';
import { POLICY, type Subject } from './subject.ts';

/** Digest of each thing that a subject relies on, by name: a collection and an id, or a word. */
export function reliesOn(subject: Subject, catalogue: Catalogue): Record<string, string> {
	const { entry, tier } = subject;
	const names = isOf('patterns', entry)
		? [...partsOf(entry, catalogue), 'base']
		: isOf('use-cases', entry)
			? [`patterns/${entry.data.pattern}`]
			: [];
	if (tier) names.push('demands');
	if (subject.name !== POLICY) names.push('policy');
	const found = names.flatMap((name) => {
		const digest = reliedDigest(name, tier, catalogue);
		return digest ? [[name, digest] as const] : [];
	});
	return Object.fromEntries(found.sort(([a], [b]) => compare(a, b)));
}

/** Every control, connector and model that a pattern or a prompt of it cites. */
export function partsOf({ data }: Entry<'patterns'>, { prompts }: Catalogue): string[] {
	const models = data.prompts.flatMap((id) => prompts.get(id)?.data.model ?? []);
	const names = [
		...data.controls.map(({ control }) => `controls/${control}`),
		...data.connectors.map(({ connector }) => `connectors/${connector}`),
		...[...data.models, ...models].map((model) => `models/${model}`),
	];
	return [...new Set(names)];
}

/** The digest there is now of something that a statement relies on; undefined where it is gone. */
export function reliedDigest(
	name: string,
	tier: Tier | undefined,
	catalogue: Catalogue,
): string | undefined {
	const kind = kindOf(name);
	if (kind === undefined) return undefined;
	if (kind === 'demands') return demandsDigest(tier, catalogue);
	if (kind === 'base') return baseDigest(catalogue);
	// The policy is the only entry of its collection, so its name has no id.
	const [, id = 'policy'] = name.split('/');
	const entry: Entry | undefined = catalogue.all[kind].get(id);
	return entry && contentDigest(entry, catalogue);
}

/** The common starter: a change there reaches every copy that is made from now on. */
function baseDigest(catalogue: Catalogue): string {
	return keepBase(catalogue, '', () => {
		const files = folderAt(BASE_FOLDER.replace(/\/$/, ''), catalogue).assets;
		const contents = files.map(({ file, digest }) => [file.slice(BASE_FOLDER.length), digest]);
		return digestOfContents(Object.fromEntries(contents));
	});
}

const keepBase = keeper<string>('digest-of-common-starter');

/** What the policy requires at a tier, so that a change elsewhere in the policy voids nothing. */
function demandsDigest(tier: Tier | undefined, { policy }: Catalogue): string {
	const upTo = tiers.values.slice(0, tiers.rank(tier ?? 'high') + 1);
	const { always, sensitive, sensitiveMetrics } = policy.evaluation;
	const demands = {
		baselines: upTo.flatMap((one) => policy.baselines[one]),
		conditions: policy.conditions.map(({ when, controls }) => ({ when, controls })),
		highTier: tier === 'high' ? policy.highTier : undefined,
		personDecision: policy.personDecision,
		evaluation: { always, sensitive, sensitiveMetrics },
		coreMetrics: policy.coreMetrics,
		seats: policy.approval.seats[tier ?? 'high'],
	};
	return fileDigest(`${canonicalJson(demands)}\n`);
}

export interface Moved {
	name: string;
	kind: ReliedKind;
	/** Whether the policy says that the approval is void when this changes. */
	voids: boolean;
}

/** What of the things an approval relies on is no longer what it was. */
export function movedSince(
	relied: Readonly<Record<string, string>>,
	tier: Tier | undefined,
	catalogue: Catalogue,
): Moved[] {
	const { voids } = catalogue.policy.approval;
	return Object.entries(relied).flatMap(([name, digest]) => {
		if (reliedDigest(name, tier, catalogue) === digest) return [];
		const kind = kindOf(name);
		return kind ? [{ name, kind, voids: voids.includes(kind) }] : [];
	});
}

const KINDS: readonly ReliedKind[] = [
	'controls',
	'connectors',
	'models',
	'patterns',
	'base',
	'demands',
	'policy',
];

/** Undefined for a name that no statement of today writes. */
export const kindOf = (name: string): ReliedKind | undefined =>
	KINDS.find((kind) => kind === name.split('/')[0]);
