import { describe, expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { houseCatalogue } from '#tests/support/house/index.ts';
import { similarEntries } from './similar.ts';

const through = (...ids: string[]) =>
	ids.map((connector) => ({
		connector,
		access: 'read' as const,
		data: 'internal' as const,
		why: 'It reads what it needs.',
	}));
const triage = entry('patterns', 'ticket-triage', {
	title: 'Ticket triage',
	summary: 'Sorts each incoming ticket into a queue.',
	aliases: ['case sorting'],
	problem: 'triage',
	connectors: through('desk'),
});
const letters = entry('patterns', 'letters', {
	title: 'Standard letters',
	summary: 'Writes the same letter again and again.',
	problem: 'draft',
	connectors: through('mail'),
});
const catalogue = catalogueOf(triage, letters);
const near = (title: string, problem: string, ...connectors: string[]) =>
	similarEntries({ collection: 'patterns', title, problem, connectors }, catalogue).map(
		({ entry: { id } }) => id,
	);

describe('a planned pattern is near an existing one', () => {
	test('with the same words, problem and connectors', () => {
		expect(near('Triaging tickets', 'triage', 'desk')).toEqual(['ticket-triage']);
	});

	test('under one of its other names', () => {
		expect(near('Case sorting', 'triage', 'mail')).toEqual(['ticket-triage']);
	});

	test('with another name, for the same problem through the same connectors', () => {
		expect(near('Inbox helper', 'triage', 'desk')).toEqual(['ticket-triage']);
	});

	test('but not for the same problem alone', () => {
		expect(near('Inbox helper', 'triage', 'crm')).toEqual([]);
	});

	test('nor for a word in common alone', () => {
		expect(near('Ticket prices', 'advise', 'erp')).toEqual([]);
	});
});

test('the reasons say what they have in common', () => {
	const [similar] = similarEntries(
		{ collection: 'patterns', title: 'Ticket triage', problem: 'triage', connectors: ['desk'] },
		catalogue,
	);
	expect(similar).toMatchObject({
		score: 1,
		reasons: [
			'similar words in title and summary',
			'the same problem, triage',
			'the same connectors, desk',
		],
	});
});

test('entries of other collections are compared by their words', () => {
	const control = entry('controls', 'logging', { title: 'Prompt and answer log' });
	const found = similarEntries(
		{ collection: 'controls', title: 'Log of prompts and answers' },
		catalogueOf(control, triage),
	);
	expect(found.map(({ entry: { id } }) => id)).toEqual(['logging']);
});

test('the patterns of this catalogue are not called repeats of one another', async () => {
	const real = await houseCatalogue();
	for (const { id, data } of real.patterns.values()) {
		const { title, problem, summary } = data;
		const connectors = data.connectors.map(({ connector }) => connector);
		const found = similarEntries(
			{ collection: 'patterns', title, summary, problem, connectors },
			real,
		);
		expect(found.map(({ entry }) => entry.id)).toEqual([id]);
	}
});
