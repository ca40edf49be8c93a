import { describe, expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import {
	about,
	decision,
	drill,
	evaluation,
	measurement,
	recordFile,
} from '#tests/support/records.ts';
import { approvalEntry, councilOf, tess } from '#tests/support/signer.ts';
import { packOf } from '../../judge/evidence/pack.ts';
import type { Unnamed } from '../../judge/records/id.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { packSheet } from './pack-sheet.ts';

const parts = [entry('patterns', 'summary'), entry('prompts'), entry('models')];

/** The page of the pack of a use that was last reviewed in full on this day. */
function sheet(reviewed: string) {
	const use = entry('use-cases', 'desk', { reviewed });
	const catalogue = catalogueOf(use, ...parts);
	const pack = packOf(use, catalogue);
	if (!pack) throw new Error('The use has no pack.');
	const { summary, block } = packSheet(pack, catalogue);
	return { summary, state: JSON.stringify(block?.cells.find(({ label }) => label === 'State')) };
}

test('a pack says first that the review of its subject is late', () => {
	const { summary, state } = sheet('2024-11-01');
	expect(summary).toMatch(/ Its full review was due on 1 November 2025\.$/);
	expect(state).toContain('Review was due on 1 Nov 2025');
});

test('a pack of a subject that was reviewed says when the next review is', () => {
	const { summary, state } = sheet('2026-11-01');
	expect(summary).not.toContain('review');
	expect(state).toContain('Review by 1 Nov 2027');
});

describe('a pack says', () => {
	const use = entry('use-cases', 'desk');
	const all = [...parts, entry('controls', 'logging'), entry('metrics', 'business-impact')];
	const here = about(use, ...all);
	const seated = councilOf({ technology: [tess] });

	/** The words of one section of the pack with these records. */
	function section(id: string, records: readonly Unnamed[] = [], subject = use) {
		const files = records.length > 0 ? [recordFile(use, records)] : [];
		return wordsOf(id, catalogueOf(subject, ...all, ...files), subject);
	}

	function wordsOf(id: string, catalogue: Catalogue, subject = use) {
		const pack = packOf(subject, catalogue);
		if (!pack) throw new Error('The use has no pack.');
		return JSON.stringify(packSheet(pack, catalogue).sections.find((one) => one.id === id));
	}

	test('of each value which limit it has, and how many cases it is of', () => {
		const words = section('measured', [evaluation(here, {}, { k: 250, n: 500 })]);
		expect(words).toContain('250 of 500');
		expect(words).toContain('50.0%');
		expect(section('measured')).toContain('No value');
	});

	test('that the sample of a value in use is missing, where nobody recorded it', () => {
		const [measure] = use.data.measures;
		const value = measurement(here, { metric: measure?.metric ?? '', part: measure?.part });
		expect(section('measured', [value])).toContain('Missing: the number of cases');
		expect(section('measured', [{ ...value, k: 46, n: 50 } as Unnamed])).toContain('46 of 50');
	});

	test('who stops it and how fast, who is told, and what follows when the model ends', () => {
		const words = section('failing', [drill(here, { minutes: 4 })]);
		expect(words).toContain(use.data.switchOff.who);
		expect(words).toContain('4 minutes');
		expect(words).toMatch(/It stops answering on \d+ \w+ \d{4}/);
		expect(section('failing')).toContain('Missing: a drill of the off switch.');
		// How fast the fallback answers does not say how fast it can be stopped.
		expect(section('failing', [drill(here, { what: 'fallback' })])).toContain('Missing: a drill');
	});

	test('of an incident why it happened and what is still open', () => {
		const incident = entry('incidents', 'late', { use: use.id });
		const catalogue = catalogueOf(use, ...all, incident);
		const pack = packOf(use, catalogue);
		if (!pack) throw new Error('The use has no pack.');
		const words = JSON.stringify(packSheet(pack, catalogue).sections);
		expect(words).toContain(incident.data.causes[0]);
		expect(words).toContain(incident.data.actions[0]?.what);
	});

	test('in which countries data is, or that this is missing, who says so and by when', () => {
		const gateway = entry('connectors', 'gateway');
		const words = (countries?: string[]) => {
			const connectors = use.data.connectors.map((one) => ({ ...one, countries }));
			const model = { ...use.data.model, countries };
			const desk = entry('use-cases', 'desk', { connectors, model });
			const catalogue = catalogueOf(desk, ...all, gateway);
			const pack = packOf(desk, catalogue);
			if (!pack) throw new Error('The use has no pack.');
			const { sections } = packSheet(pack, catalogue);
			return JSON.stringify(sections.find(({ id }) => id === 'places'));
		};
		expect(words(['IE', 'DE'])).toContain('these countries: Germany and Ireland.');
		expect(words(['IE', 'DE'])).not.toContain('Missing');
		expect(words()).toContain(`Missing: the countries of`);
		expect(words()).toMatch(/To do: Office, by \d+ \w+ \d{4} \(/);
		expect(words()).toContain(gateway.file);
	});

	test('who accepts what remains of each risk, or that nobody is named and which seats signed or must sign', () => {
		expect(section('terms')).toMatch(
			/Missing: who accepts what remains of .*these seats have not signed: \w+/,
		);
		const signed = catalogueOf(use, ...all, seated);
		const approval = approvalEntry(tess, 'technology', 'use-cases/desk', signed);
		expect(wordsOf('terms', catalogueOf(use, ...all, seated, approval))).toMatch(
			/Nobody is named for .*\. The seats that signed approved it with these risks, until \d+ \w+ \d{4}\./,
		);
		const pattern = entry('patterns', 'summary');
		const risks = pattern.data.risks.map((risk) => ({
			...risk,
			accepted: { by: 'Head of Office', until: '2027-01-31', because: 'The desk is small.' },
		}));
		const accepted = { ...pattern, data: { ...pattern.data, risks } };
		const words = wordsOf('terms', catalogueOf(use, ...all.slice(1), accepted));
		expect(words).toContain('accepted by Head of Office until 31 January 2027.');
		expect(words).not.toContain('who accepts');
	});

	test('that the share of outputs that a person checked is missing, and who can count it', () => {
		expect(section('terms')).toContain(
			'Missing: the share of outputs that a person checked. Ask Office',
		);
	});

	test('what it can do alone, who supplies the model on which terms, and what was decided', () => {
		const words = section('terms', [
			decision(here, { about: 'measure', decided: 'agreed', because: 'Wait for the spring.' }),
		]);
		const { supplier, dataTerms } = entry('models').data;
		for (const said of [supplier, dataTerms[0], 'measure: agreed', 'Wait for the spring.'])
			expect(words).toContain(said);
		expect(section('terms')).toContain('No decision is on record.');
		// Nobody has approved it, so nobody says who wrote it.
		expect(words).toContain('Missing: no approval names an author.');
		const differs = entry('use-cases', 'desk', {
			variations: [{ what: 'It answers in two languages.', why: 'The desk serves both.' }],
		});
		expect(section('terms', [], differs)).toContain('It answers in two languages. The desk');
	});

	test('who owes the proof of a control, and by when', () => {
		expect(section('controls')).toMatch(/To do: Office, by \d+ \w+ \d{4} \(/);
		const planned = entry('use-cases', 'desk', {
			plans: [{ control: 'logging', next: 'Export it.', who: 'Clerk', by: '2026-12-01' }],
		});
		expect(section('controls', [], planned)).toContain('To do: Clerk, by 1 Dec 2026');
	});
});
