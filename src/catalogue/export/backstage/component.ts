/** catalog-info.yaml of a copy, which a portal fills with what the team typed. */
import type { Catalogue } from '../../model/catalogue.ts';
import { annotationsOf, type Pattern } from './entities.ts';
import { OURS, resourceRef, run } from './form.ts';

export const componentPath = (id: string) => `backstage/templates/${id}/component.yaml.njk`;

/** Facts that stay true of a copy; the status of the pattern moves on without it. */
const KEPT = ['pattern', 'version', 'digest', 'tier'].map((name) => `${OURS}/${name}`);

/** What the team typed is quoted by `dump`; the rest are ids and digests of ours. */
export function componentFile(pattern: Pattern, catalogue: Catalogue): string {
	const value = (name: string) => run(`values.${name} | dump`);
	const annotations = Object.entries(annotationsOf(pattern, catalogue))
		.filter(([name]) => KEPT.includes(name))
		.map(([name, fact]) => `    ${name}: ${JSON.stringify(fact)}`);
	return [
		'apiVersion: backstage.io/v1alpha1',
		'kind: Component',
		'metadata:',
		`  name: ${value('name')}`,
		`  description: ${value('description')}`,
		'  annotations:',
		...annotations,
		`    ${OURS}/model: ${value('model')}`,
		'spec:',
		'  type: service',
		'  lifecycle: experimental',
		`  owner: ${value('owner')}`,
		'  dependsOn:',
		`    - ${resourceRef(pattern.id)}`,
		'',
	].join('\n');
}
