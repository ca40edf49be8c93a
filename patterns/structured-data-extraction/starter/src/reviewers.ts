/**
 * Who can read and review what: the groups of the identity provider, as policy/reviewers.yaml
 * exports them.
 */
import { readPolicy } from './policy/read-policy.ts';
import { fields, list, record, text } from './policy/shape.ts';
import { Refusal } from './refusal.ts';

const shape = fields({ groups: record(list(text)) });

export interface Reviewers {
	/** @throws Refusal for a person outside the group. */
	assertMember: (person: string, group: string) => void;
}

export function openReviewers(root: string): Reviewers {
	const { groups } = readPolicy(root, 'policy/reviewers.yaml', shape);
	return {
		assertMember: (person, group) => {
			if (Object.hasOwn(groups, group) && groups[group]?.includes(person)) return;
			throw new Refusal('access-control', 'not-in-group', `This person is not in ${group}.`);
		},
	};
}
