/** Patterns, use cases and teams as entities of a Backstage catalogue. */

import { patternDigest } from '../../judge/approval/digest.ts';
import { type EntryState, stateOf, stateWords } from '../../judge/approval/state.ts';
import { tierOf } from '../../judge/tier.ts';
import { isInUse, usesOf } from '../../judge/use/live.ts';
import type { SiteUrl } from '../../model/address.ts';
import { offersOf } from '../../model/artefacts.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { entryPath } from '../../model/entry.ts';
import { hasStarter } from '../../model/starter.ts';
import { type Descriptor, groupRef, line, nameOf, OURS, resourceRef, tagsOf } from './form.ts';

export type Pattern = Entry<'patterns'>;
const CORE = 'backstage.io/v1alpha1';
/** The system every pattern is part of: the catalogue itself. */
export const SYSTEM = OURS;

/** How far a pattern may be relied on, in the words that Backstage has for it. */
const LIFECYCLE = {
	draft: 'experimental',
	published: 'production',
	proposed: 'experimental',
	changed: 'experimental',
	approved: 'production',
	overdue: 'production',
	deprecated: 'deprecated',
	withdrawn: 'deprecated',
} satisfies Record<EntryState, string>;

/** Patterns that a developer portal may show: a withdrawn one is to be turned off, not found. */
export const shownPatterns = (catalogue: Catalogue): Pattern[] =>
	[...catalogue.patterns.values()].filter((pattern) => stateOf(pattern, catalogue) !== 'withdrawn');

/** The catalogue as the system that contains them all. */
export function systemEntity({ organisation }: Catalogue, url: SiteUrl): Descriptor {
	return {
		apiVersion: CORE,
		kind: 'System',
		metadata: {
			name: SYSTEM,
			title: line(organisation.catalogue),
			description: `Approved AI patterns of ${line(organisation.name)}.`,
			links: [{ url: url('/'), title: 'Catalogue', type: 'documentation' }],
		},
		spec: { owner: groupRef(organisation.council.team) },
	};
}

/** A pattern as a resource that components depend on, and as a skill for coding agents. */
export function patternEntities(
	pattern: Pattern,
	catalogue: Catalogue,
	url: SiteUrl,
): Descriptor[] {
	const { id, data } = pattern;
	const tier = tierOf(data, catalogue.policy);
	const state = stateOf(pattern, catalogue);
	const metadata = {
		name: nameOf(id),
		title: line(data.title),
		description: line(data.summary),
		annotations: annotationsOf(pattern, catalogue),
		tags: tagsOf([`tier-${tier}`, `status-${state}`, data.problem, ...data.techniques]),
		links: linksOf(pattern, catalogue, url),
	};
	const spec = { lifecycle: LIFECYCLE[state], owner: groupRef(data.owner), system: SYSTEM };
	return [
		{ apiVersion: CORE, kind: 'Resource', metadata, spec: { type: 'ai-pattern', ...spec } },
		{
			apiVersion: CORE,
			kind: 'AiResource',
			metadata: { ...metadata, links: [...metadata.links, skillLink(id, url)] },
			spec: { type: 'skill', ...spec, categories: [data.problem, data.outcome] },
		},
	];
}

/** What binds an entity to the very content it was made of. */
export function annotationsOf(pattern: Pattern, catalogue: Catalogue): Record<string, string> {
	const { id, data } = pattern;
	const { name: state, duty, example } = stateWords(pattern, catalogue);
	return {
		[`${OURS}/pattern`]: id,
		[`${OURS}/version`]: data.version,
		[`${OURS}/digest`]: patternDigest(pattern, catalogue),
		[`${OURS}/tier`]: tierOf(data, catalogue.policy),
		[`${OURS}/status`]: state,
		[`${OURS}/duty`]: line(duty),
		...(example ? { [`${OURS}/example`]: 'true' } : {}),
		...(data.successor ? { [`${OURS}/successor`]: data.successor } : {}),
	};
}

export function linksOf(pattern: Pattern, catalogue: Catalogue, url: SiteUrl) {
	const offers = offersOf(pattern, hasStarter(pattern, catalogue));
	const starter = offers.find(({ kind }) => kind === 'starter-zip');
	return [
		{ url: url(entryPath(pattern)), title: 'Pattern page', icon: 'docs', type: 'documentation' },
		...(starter ? [{ url: url(`/${starter.path}`), title: 'Starter, zip', type: 'starter' }] : []),
	];
}

const skillLink = (id: string, url: SiteUrl) => ({
	url: url(`/.well-known/agent-skills/${id}.zip`),
	title: 'Agent skill, zip',
	type: 'skill',
});

/** Uses of a pattern as components that depend on it, so that an impact can be followed. */
export function useCaseEntities(
	pattern: Pattern,
	catalogue: Catalogue,
	url: SiteUrl,
): Descriptor[] {
	return usesOf(pattern.id, catalogue)
		.filter(({ data }) => data.state !== 'retired')
		.map((entry) => {
			const { id, data } = entry;
			const live = isInUse(entry, catalogue.today);
			const lifecycle = live ? 'production' : 'experimental';
			return {
				apiVersion: CORE,
				kind: 'Component',
				metadata: {
					name: nameOf(id),
					title: line(data.title),
					description: line(data.summary),
					annotations: { [`${OURS}/pattern`]: data.pattern, [`${OURS}/tier`]: data.tier },
					tags: tagsOf([`tier-${data.tier}`, data.stage]),
					links: [{ url: url(entryPath(entry)), title: 'Use case', type: 'documentation' }],
				},
				spec: {
					type: 'ai-use-case',
					lifecycle: data.status === 'deprecated' ? 'deprecated' : lifecycle,
					owner: groupRef(data.owner),
					dependsOn: [resourceRef(data.pattern)],
				},
			};
		});
}

/** The teams, for a portal that does not know them from elsewhere. */
export function groupEntities({ organisation }: Catalogue): Descriptor[] {
	return organisation.teams.map(({ id, name, contact, does }) => ({
		apiVersion: CORE,
		kind: 'Group',
		metadata: { name: nameOf(id), title: line(name), description: line(does) },
		spec: {
			type: 'team',
			profile: {
				displayName: line(name),
				...(/^[^\s@]+@[^\s@]+$/.test(contact) ? { email: contact } : {}),
			},
			children: [],
		},
	}));
}
