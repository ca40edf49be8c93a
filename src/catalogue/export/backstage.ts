/**
 * The catalogue for Backstage: `backstage/catalog-info.yaml` is registered as a location once.
 *
 * `backstage/groups.yaml` is apart: most portals know their teams already, and a second group of the
 * same name would be refused.
 */
import { parts } from '../model/reads.ts';
import { componentFile, componentPath } from './backstage/component.ts';
import {
	groupEntities,
	patternEntities,
	shownPatterns,
	systemEntity,
	useCaseEntities,
} from './backstage/entities.ts';
import { type Descriptor, OURS, yamlOf } from './backstage/form.ts';
import { hasTemplate, templateEntity, templatePath } from './backstage/template.ts';
import type { Exporter } from './exporter.ts';

const YAML_TYPE = 'application/yaml; charset=utf-8';

export const backstage: Exporter = {
	name: 'backstage',
	summary: 'Entities and software templates for a Backstage developer portal.',
	*files(context) {
		const { catalogue, url } = context;
		const patterns = shownPatterns(catalogue);
		const offered = patterns.filter((pattern) => hasTemplate(pattern, catalogue));
		const targets = [
			...patterns.map(({ id }) => patternPath(id)),
			...offered.map(({ id }) => templatePath(id)),
		];
		yield {
			path: 'backstage/catalog-info.yaml',
			type: YAML_TYPE,
			body: () =>
				yamlOf([
					locationEntity(targets.map((path) => url(`/${path}`))),
					systemEntity(catalogue, url),
				]),
		};
		for (const pattern of parts(patterns)) {
			yield {
				path: patternPath(pattern.id),
				type: YAML_TYPE,
				body: () =>
					yamlOf([
						...patternEntities(pattern, catalogue, url),
						...useCaseEntities(pattern, catalogue, url),
					]),
			};
		}
		yield {
			path: 'backstage/groups.yaml',
			type: YAML_TYPE,
			body: () => yamlOf(groupEntities(catalogue)),
		};
		for (const pattern of parts(offered)) {
			yield {
				path: templatePath(pattern.id),
				type: YAML_TYPE,
				body: () => yamlOf([templateEntity(pattern, context)]),
			};
			yield {
				path: componentPath(pattern.id),
				type: 'text/plain; charset=utf-8',
				body: () => componentFile(pattern, catalogue),
			};
		}
	},
};

const patternPath = (id: string) => `backstage/patterns/${id}.yaml`;

/** Every pattern and template by one line, so that this file stays small whatever there is. */
const locationEntity = (targets: readonly string[]): Descriptor => ({
	apiVersion: 'backstage.io/v1alpha1',
	kind: 'Location',
	metadata: { name: OURS, description: 'The AI patterns, and templates of their starters.' },
	spec: { type: 'url', targets },
});
