/** The issue that asks for a pattern, filled in with the answers, for people who do not use git. */
import type { Organisation } from '#schemas/organisation.ts';
import { problem, tier } from '#schemas/vocabularies.ts';
import type { Choice } from '../../judge/choice/choose.ts';
import {
	type Answers,
	answerLabel,
	type QuestionId,
	questionIds,
	questionOf,
} from '../../judge/choice/questions.ts';
import { newIssue } from '../../model/repository.ts';

/** The address of the form; `page` is the address of the answers. */
export function askFor(
	answers: Answers,
	{ tier: level, reasons }: Pick<Choice, 'tier' | 'reasons'>,
	repository: Pick<Organisation['repository'], 'url' | 'edit'>,
	page: string,
): string {
	const given = questionIds.flatMap((id: QuestionId) => {
		const label = answerLabel(id, answers);
		return label === undefined ? [] : [`- ${questionOf(id).ask} ${label}`];
	});
	const wanted = problem.values.find((value) => value === answers.problem);
	return newIssue(repository, {
		title: `Pattern: ${wanted ? problem.label(wanted).toLowerCase() : ''}`.trim(),
		text: [
			'No pattern fits what I need.',
			'What goes in, and what should come out:\n',
			'Who does this today, and how often:\n',
			['My answers:', ...given].join('\n'),
			[`Tier so far: ${tier.label(level).toLowerCase()}.`, ...reasons].join(' '),
			page,
		].join('\n\n'),
	});
}
