import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maturityDocument } from '#schemas/api.ts';
import { LEVELS, maturityPolicy } from '#schemas/maturity.ts';
import type { UseCase } from '#schemas/use-case.ts';
import { maturityCheck } from '#schemas/vocabularies.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { meetingOn } from '#tests/support/queue.ts';
import { about, evidence, recordFile, spend } from '#tests/support/records.ts';
import { contextOf } from '../copy/context.ts';
import { levelOf } from '../judge/maturity/level.ts';
import { answerOf } from '../judge/maturity/maturity.ts';
import type { Entry } from '../model/catalogue.ts';
import { maturitySheet, maturityView } from '../pages/maturity/sheet.ts';
import { answers, readAnswers, writeAnswers } from '../pages/maturity/view.ts';
import { sheetMarkdown } from '../print/markdown/page.ts';
import { maturityJson } from './maturity.ts';

const { maturity } = minimal.policy();
const url = (path: string) => `https://host.example/ai${path}`;
const pattern = entry('patterns');
const logging = entry('controls', 'logging', {
	evidence: [{ kind: 'log-config', what: 'Export.', from: 'low', inDateFor: 'a year' }],
});
const live: Partial<UseCase> = { state: 'live', liveSince: '2026-03-02', pilot: undefined };
const use = (id: string, data: Partial<UseCase> = {}) =>
	entry('use-cases', id, { title: `Use ${id}`, ...live, ...data });

const answer = (check: (typeof maturityCheck)['values'][number], ...entries: readonly Entry[]) => {
	const [question] = maturity.questions;
	if (!question) throw new Error('the minimal policy asks something');
	return answerOf({ ...question, check }, catalogueOf(pattern, logging, ...entries));
};

describe('the catalogue answers', () => {
	test.each(maturityCheck.values)('"%s" with no while there is nothing', (check) => {
		expect(answer(check)).toMatchObject({ yes: false });
	});

	test('for live uses, and names those for which it is not true', () => {
		const [a, b] = [use('a'), use('b')];
		const cost = recordFile(a, [spend(about(a))]);
		expect(answer('cost-recorded', a, b, cost)).toMatchObject({
			yes: false,
			done: 1,
			of: 2,
			missing: [{ id: 'b' }],
		});
		expect(answer('cost-recorded', a, cost)).toMatchObject({ yes: true, done: 1, of: 1 });
		expect(answer('cost-recorded', use('pilot', { state: 'pilot' }))?.of).toBe(0);
	});

	test('whether controls are proven as the gates do', () => {
		const a = use('a');
		expect(answer('controls-proven', a)?.yes).toBe(false);
		const proof = recordFile(a, [evidence(about(a, pattern, logging))]);
		expect(answer('controls-proven', a, proof)?.yes).toBe(true);
	});

	test('whether the council meets, from its meetings', () => {
		expect(answer('council-meets', meetingOn('2026-11-10', '2026-12-03'))?.yes).toBe(true);
		expect(answer('council-meets', meetingOn('2026-11-10'))?.done).toBe(1);
		expect(answer('council-meets', meetingOn('2026-01-10', '2026-12-03'))?.done).toBe(1);
	});
});

describe('a level', () => {
	const questions = fc.array(
		fc.record({ id: fc.string(), level: fc.integer({ min: 2, max: LEVELS }), yes: fc.boolean() }),
		{ minLength: 1, maxLength: 20 },
	);
	const reached = (all: readonly { id: string; level: number; yes: boolean }[]) =>
		levelOf(
			all.map((one, at) => ({ ...one, id: String(at) })),
			({ id }) => all[Number(id)]?.yes === true,
		);

	test('is reached when every answer there and below is yes', () => {
		fc.assert(
			fc.property(questions, (all) => {
				const level = reached(all);
				for (const one of all) if (one.level <= level) expect(one.yes).toBe(true);
				const next = all.filter((one) => one.level === level + 1);
				if (next.length > 0) expect(next.every(({ yes }) => yes)).toBe(false);
			}),
		);
	});

	test('never falls because an answer becomes yes', () => {
		fc.assert(
			fc.property(questions, fc.nat(), (all, at) => {
				const better = all.map((one, index) =>
					index === at % all.length ? { ...one, yes: true } : one,
				);
				expect(reached(better)).toBeGreaterThanOrEqual(reached(all));
			}),
		);
	});
});

describe('the answers in an address', () => {
	const ids = ['intake', 'board', 'service-levels'];

	test('come back as they were given', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...answers)), (given) => {
				const all = new Map(Object.entries(given));
				const back = readAnswers(writeAnswers(all), ids);
				for (const id of ids) expect(back.get(id) ?? 'unsure').toBe(all.get(id) ?? 'unsure');
			}),
		);
	});

	test('are left out where they are no answers of this check', () => {
		fc.assert(
			fc.property(fc.string(), (hash) => {
				for (const [id, value] of readAnswers(`#a=${hash}`, ids))
					expect([ids.includes(id), answers.includes(value)]).toEqual([true, true]);
			}),
		);
		expect([...readAnswers('#a=intake.maybe,moon.yes,board.no', ids)]).toEqual([['board', 'no']]);
	});
});

describe('the page', () => {
	const context = contextOf(catalogueOf(pattern, logging, use('a', { example: true })), url);

	test('says the questions, the answers and the next steps without a script', () => {
		const { markdown } = sheetMarkdown(maturitySheet(context.catalogue), undefined, false, context);
		expect(markdown).toContain('Yours to answer');
		expect(markdown).toContain('Write it down on one page. Question 1. Office. One day.');
		expect(markdown).toContain('Example data');
	});

	test('is a document of its JSON Schema', () => {
		const document = maturityJson(context);
		expect(maturityDocument.parse(document)).toEqual(document);
		expect(document.level).toBe(1);
	});

	test('numbers the questions by level, whatever their order in the policy', () => {
		const policy = entry('policy', 'policy', {
			maturity: { ...maturity, questions: maturity.questions.toReversed() },
		});
		const { levels } = maturityView(catalogueOf(policy));
		const numbers = levels.flatMap(({ questions }) => questions.map(({ number }) => number));
		expect(numbers).toEqual([1, 2, 3, 4]);
	});
});

describe('the policy', () => {
	const problems = (change: (questions: typeof maturity.questions) => unknown) =>
		maturityPolicy
			.safeParse({ ...maturity, questions: change(maturity.questions) })
			.error?.issues.map(({ message }) => message);

	test('cannot leave a level without a question', () => {
		expect(problems((all) => all.slice(1))).toEqual(['has no question for level 2. Add one.']);
	});

	test('cannot ask two questions of one id', () => {
		const twice = problems((all) => [...all, ...all.slice(0, 1)]);
		expect(twice).toEqual([
			`is "${maturity.questions[0]?.id}", which is already in the list. Give each question a different id.`,
		]);
	});
});
