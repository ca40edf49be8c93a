/** One digest for approvals, records and manifests: a record of what was approved always matches. */
import { describe, expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { about, decision, recordFile } from '#tests/support/records.ts';
import { statementFor, tess } from '#tests/support/signer.ts';
import type { Entry } from '../../model/catalogue.ts';
import { counts } from '../records/binding.ts';
import { allRecords, type Subject } from '../records/kept.ts';
import { contentDigest } from './content-digest.ts';
import { reliesOn } from './relies-on.ts';
import { nameOf, subjectOf } from './subject.ts';

const pattern = entry('patterns');
const useCase = entry('use-cases', 'office-summary', {
	settings: [],
	variations: [],
	pilot: { exit: ['Nine summaries in ten are right.'], ends: '2027-01-31' },
});
const around = [entry('prompts'), entry('models'), entry('controls'), entry('connectors')];

describe.each<Subject>([pattern, useCase])('$collection', (subject) => {
	const catalogue = catalogueOf(pattern, useCase, ...around);
	const { digest } = statementFor(nameOf(subject), 'technology', tess, catalogue);

	test('an approval and a record name the same digest', () => {
		expect(digest).toBe(contentDigest(subject, catalogue));
		const file = recordFile(subject, [
			decision(about(subject), { of: { version: subject.data.version, digest } }),
		]);
		const after = catalogueOf(pattern, useCase, ...around, file);
		const kept = [...allRecords(after).byId.values()];
		expect(kept.map((one) => counts(one, subject, after))).toEqual([true]);
	});
});

test('what relies on an entry names the digest that its own approval names', () => {
	const catalogue = catalogueOf(pattern, useCase, ...around);
	const of = (one: Entry) => subjectOf(one, catalogue)?.digest;
	const subject = subjectOf(useCase, catalogue);
	expect(subject && reliesOn(subject, catalogue)['patterns/summary']).toBe(of(pattern));
	const relied = subjectOf(pattern, catalogue);
	const [control, connector] = [entry('controls'), entry('connectors')];
	expect(relied && reliesOn(relied, catalogue)).toMatchObject({
		[nameOf(control)]: of(control),
		[nameOf(connector)]: of(connector),
	});
});

test('upkeep of a use case changes no digest, and each of its design fields does', () => {
	const digestWith = (over: Parameters<typeof entry<'use-cases'>>[2]) => {
		const changed = entry('use-cases', 'office-summary', { ...useCase.data, ...over });
		return contentDigest(changed, catalogueOf(pattern, changed));
	};
	const now = digestWith({});
	expect(digestWith({ state: 'live', liveSince: '2026-11-20', owner: 'other' })).toBe(now);
	expect(digestWith({ businessOwner: 'Somebody else' })).not.toBe(now);
	expect(digestWith({ data: 'confidential' })).not.toBe(now);
});
