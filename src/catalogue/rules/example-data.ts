/** Invented data is marked, stays apart from real data, and is only in the example organisation. */

import { keyBehind } from '../judge/approval/roster.ts';
import { placeOfRecords } from '../judge/records/place.ts';
import { isExampleKey, isExampleKeyBlob } from '../judge/signature/example-keys.ts';
import { readSignature } from '../judge/signature/verify.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { isExample } from '../model/entry.ts';
import type { Problem, Rule } from '../model/rule.ts';

/** Nobody is asked to sign an example: a command does. */
export const MAKE_EXAMPLE = 'Bring the example data up to date: npm run catalogue -- example';

export const exampleData: Rule = {
	id: 'example-data',
	phase: 'policy',
	severity: 'error',
	summary: 'Only the example organisation has example data, and it is never mixed with real data.',
	why: 'An invented number looks like any other. If one real page has an invented number, readers cannot trust any of them.',
	source: 'Our own rule',
	example: { in: 'outcomes', fails: 'example: true', passes: 'title: Less reading' },
	*check(catalogue) {
		yield* outside(catalogue);
		yield* mixed(catalogue);
		yield* keys(catalogue);
		yield* signatures(catalogue);
	},
};

/** Marked data in an organisation that is a real one. */
function* outside(catalogue: Catalogue): Generator<Problem> {
	if (catalogue.organisation.example) return;
	for (const map of Object.values(catalogue.all)) {
		for (const entry of map.values()) {
			if (!isExample(entry)) continue;
			const message = `this is example data, but "${catalogue.organisation.name}" is not an example organisation.`;
			const fix = 'Remove it: npm run catalogue -- adopt removes all example data.';
			yield { entry, path: ['example'], message, fix };
		}
	}
}

/** A record or an incident of an example use must be marked too, and the other way round. */
function* mixed(catalogue: Catalogue): Generator<Problem> {
	const { 'use-cases': useCases } = catalogue;
	for (const file of catalogue.records.values()) {
		const { collection, subject } = placeOfRecords(file.id);
		const use = collection === 'use-cases' ? useCases.get(subject) : undefined;
		if (use) yield* differs(file, use);
	}
	for (const incident of catalogue.incidents.values()) {
		const use = useCases.get(incident.data.use);
		if (use) yield* differs(incident, use);
	}
}

/** Keys that anyone can sign with, on the roster of a real organisation. */
function* keys({ all, organisation: { example, name } }: Catalogue): Generator<Problem> {
	if (example) return;
	for (const entry of all.organisation.values()) {
		for (const [seat, { members }] of entry.data.council.seats.entries()) {
			for (const [member, one] of members.entries()) {
				for (const [index, listed] of one.keys.entries()) {
					const key = keyBehind(listed);
					if (!key || !isExampleKey(key)) continue;
					const path = ['council', 'seats', seat, 'members', member, 'keys', index, 'key'];
					const message = `a key of ${one.name} belongs to the example organisation, so anyone can sign with it, but "${name}" is not an example.`;
					const fix = 'Remove it, and list a key of the member: ssh-keygen -t ed25519';
					yield { entry, path, message, fix };
				}
			}
		}
	}
}

/** What such a key signed says that it is an example. */
function* signatures({ approvals }: Catalogue): Generator<Problem> {
	for (const entry of approvals.values()) {
		const { signature, example } = entry.data;
		const blob = signature && !example ? readSignature(signature)?.blob : undefined;
		if (!blob || !isExampleKeyBlob(blob)) continue;
		const message =
			'it is signed with a key of the example organisation, but is not marked as example data.';
		const fix = MAKE_EXAMPLE;
		yield { entry, path: ['signature'], message, fix };
	}
}

function* differs(entry: Entry, use: Entry<'use-cases'>): Generator<Problem> {
	if (isExample(entry) === isExample(use)) return;
	const message = isExample(entry)
		? `this is example data, but the use case "${use.id}" is a real one.`
		: `the use case "${use.id}" is an example, but this is not marked as example data.`;
	const fix = isExample(entry) ? 'Remove the file.' : 'Add example: true.';
	yield { entry, path: isExample(entry) ? ['example'] : [], message, fix };
}
