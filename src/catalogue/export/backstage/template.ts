/**
 * A starter as a Backstage software template.
 *
 * A portal reads a plain site file by file, never as a tree (its reader for plain hosts has no
 * `readTree`), so the template names every file of the starter and fetches each. Free text of
 * authors stays out of the steps: Backstage runs what stands there between `${{` and `}}`.
 */

import { tier as tiers } from '#schemas/vocabularies.ts';
import { type EntryState, stateOf, stateWords } from '../../judge/approval/state.ts';
import { requiredControls, tierOf } from '../../judge/tier.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import type { ExportContext } from '../../model/context.ts';
import { hasStarter, starterFilePath } from '../../model/starter.ts';
import { titleById } from '../../model/title.ts';
import { countOf } from '../../words/count.ts';
import { componentPath } from './component.ts';
import { annotationsOf, linksOf, type Pattern, SYSTEM } from './entities.ts';
import { type Descriptor, groupRef, line, nameOf, run, tagsOf } from './form.ts';

export const templatePath = (id: string) => `backstage/templates/${id}/template.yaml`;

/** States in which nobody starts anew: the pattern is going, or no longer what was agreed. */
const CLOSED: readonly EntryState[] = ['deprecated', 'withdrawn', 'changed', 'overdue'];

/** Whether a new use may start from the pattern, and there is a starter to start from. */
export function hasTemplate(pattern: Pattern, catalogue: Catalogue): boolean {
	return hasStarter(pattern, catalogue) && !CLOSED.includes(stateOf(pattern, catalogue));
}

/** The template of a pattern. */
export function templateEntity(pattern: Pattern, context: ExportContext): Descriptor {
	const { catalogue, url } = context;
	const { id, data } = pattern;
	const { name: state, label, duty } = stateWords(pattern, catalogue);
	return {
		apiVersion: 'scaffolder.backstage.io/v1beta3',
		kind: 'Template',
		metadata: {
			name: nameOf(id),
			title: line(data.title),
			description: line(`${data.summary} Status: ${label}. ${duty}`),
			annotations: annotationsOf(pattern, catalogue),
			tags: tagsOf([
				`tier-${tierOf(data, catalogue.policy)}`,
				`status-${state}`,
				...data.techniques,
			]),
			links: linksOf(pattern, catalogue, url),
		},
		spec: {
			type: 'service',
			owner: groupRef(data.owner),
			system: SYSTEM,
			parameters: [useForm(pattern, catalogue), repositoryForm(catalogue)],
			steps: stepsOf(pattern, context),
			output: {
				links: [
					{ title: 'Repository', url: either('remoteUrl') },
					{ title: 'In the catalogue', entityRef: run('steps.register.output.entityRef') },
					{ title: 'Pattern page', url: url(`/patterns/${id}/`) },
				],
			},
		},
	};
}

function useForm({ data }: Pattern, catalogue: Catalogue): object {
	const { policy } = catalogue;
	const tier = tierOf(data, policy);
	const controls = requiredControls(data, policy).length;
	const aliases = data.models.map((alias) => titleById('models', alias, catalogue));
	return {
		title: 'Your use of it',
		required: ['name', 'description', 'owner', 'model', 'accepts'],
		properties: {
			name: {
				title: 'Name',
				type: 'string',
				description: 'Lower-case words joined by hyphens.',
				pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
				maxLength: 63,
				'ui:autofocus': true,
			},
			description: { title: 'What it is for', type: 'string', maxLength: 240 },
			owner: {
				title: 'Team that is responsible for it',
				type: 'string',
				'ui:field': 'OwnerPicker',
				'ui:options': { catalogFilter: { kind: 'Group' } },
			},
			model: {
				title: 'Model alias',
				description: 'Aliases of the gateway that the pattern may run on, preferred first.',
				type: 'string',
				enum: data.models,
				enumNames: aliases.map(line),
				default: data.models[0],
			},
			accepts: {
				title: `We accept what ${tiers.label(tier)} tier requires: ${countOf(controls, 'control')}, a full review every ${countOf(policy.reviewMonths[tier], 'month')}`,
				type: 'boolean',
				const: true,
			},
		},
	};
}

function repositoryForm({ organisation }: Catalogue): object {
	return {
		title: 'Where it goes',
		required: ['codeHost', 'repoUrl'],
		properties: {
			codeHost: {
				title: 'Code host',
				type: 'string',
				enum: ['github', 'gitlab'],
				enumNames: ['GitHub', 'GitLab'],
				default: /gitlab/i.test(organisation.repository.url) ? 'gitlab' : 'github',
			},
			repoUrl: { title: 'Repository', type: 'string', 'ui:field': 'RepoUrlPicker' },
		},
	};
}

/** An output of the step that ran; the other one has none. */
const either = (name: string) =>
	run(`steps['publish-github'].output.${name} or steps['publish-gitlab'].output.${name}`);

function stepsOf(pattern: Pattern, { url, artefacts }: ExportContext): object[] {
	const { id } = pattern;
	const publish = (host: 'github' | 'gitlab', name: string) => ({
		id: `publish-${host}`,
		name: `Make the repository at ${name}`,
		if: run(`parameters.codeHost === '${host}'`),
		action: `publish:${host}`,
		input: { repoUrl: run('parameters.repoUrl'), defaultBranch: 'main' },
	});
	return [
		{
			id: 'starter',
			name: 'Fetch the starter',
			each: artefacts.starter(pattern).map(({ path }) => ({
				url: url(`/${starterFilePath(id, path)}`),
				path,
			})),
			action: 'fetch:plain:file',
			input: { url: run('each.value.url'), targetPath: run('each.value.path') },
		},
		{
			id: 'component',
			name: 'Describe the component',
			action: 'fetch:template:file',
			input: {
				url: url(`/${componentPath(id)}`),
				targetPath: 'catalog-info.yaml',
				values: {
					name: run('parameters.name'),
					description: run('parameters.description'),
					owner: run('parameters.owner'),
					model: run('parameters.model'),
				},
			},
		},
		publish('github', 'GitHub'),
		publish('gitlab', 'GitLab'),
		{
			id: 'register',
			name: 'Enter it in the catalogue',
			action: 'catalog:register',
			input: { repoContentsUrl: either('repoContentsUrl'), catalogInfoPath: '/catalog-info.yaml' },
		},
	];
}
