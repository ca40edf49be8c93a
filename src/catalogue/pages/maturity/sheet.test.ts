import { expect, test } from 'vitest';
import { maturityCheck } from '#schemas/vocabularies.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { maturityView } from './sheet.ts';

test('without a use no answer leads to a part of the portfolio, which has none', () => {
	const questions = maturityCheck.values.map((check) => ({
		id: check,
		level: 1,
		text: 'Is it so everywhere?',
		check,
		next: 'Make it so.',
		who: 'Council',
		effort: 'One week',
	}));
	const levels = [{ name: 'Started', means: 'Some people use AI.' }];
	const policy = entry('policy', 'policy', { maturity: { levels, questions } });
	const answers = maturityView(catalogueOf(policy)).levels.flatMap((level) =>
		level.questions.flatMap(({ answer }) => answer ?? []),
	);
	expect(answers).toHaveLength(questions.length);
	expect(answers.filter(({ path }) => path.startsWith('/portfolio/#'))).toEqual([]);
});
