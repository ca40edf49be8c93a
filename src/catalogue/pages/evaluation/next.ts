/** What to do after a run: the cases that would decide what is open, and the next steps. */
import { type LimitResult, unmeasured, whyNot } from '../../judge/records/evaluation.ts';
import { decidable } from '../../judge/statistics/decide.ts';
import { countOf } from '../../words/count.ts';
import { formatNumber } from '../../words/number.ts';
import { code, link, list, strong, sub, table, text, type Words } from '../blocks.ts';
import type { Section } from '../page.ts';
import { type Found, nameOf } from './result.ts';

/** What would decide the limits that this run cannot decide. */
export function undecidedSection({ results, catalogue: { policy } }: Found): Section[] {
	const open = results.flatMap((result) => {
		const { count: one, target, verdict } = result;
		if (verdict !== 'not-resolved' || !('k' in one)) return [];
		const decision = decidable(target, one.n, policy.evaluation.power);
		return decision ? [{ result, n: one.n, decision }] : [];
	});
	if (open.length === 0) return [];
	const { chance } = policy.evaluation.power;
	return [
		{
			id: 'cases-needed',
			title: 'How many cases would decide it',
			answer:
				'These limits cannot be decided with the cases in this run. The catalogue works out what would be enough.',
			blocks: [
				table(
					'Limits that are not resolved, with the number of cases that would decide them',
					[
						'Limit',
						{ label: 'Cases now', num: true },
						{ label: 'Cases that would decide it', num: true },
						'What to do',
					],
					open.map(({ result, n, decision }) => [
						`${nameOf(result)}, ${decision.limit}`,
						formatNumber(n),
						decision.needed === undefined
							? 'None'
							: [
									strong(formatNumber(decision.needed)),
									sub(`if the true rate is ${decision.assumedRate}`),
								],
						doWords(decision.needed, n),
					]),
					{ look: 'undecided' },
				),
				text(
					`Enough for the verdict "Met" in ${chance}% of runs, if the true rate is as shown. The policy sets both figures.`,
					'label',
				),
			],
		},
	];
}

function doWords(needed: number | undefined, n: number): string {
	if (needed === undefined) return 'No number of cases is enough. Change the limit.';
	return needed > n
		? `Label ${formatNumber(needed - n)} more cases.`
		: 'There are enough cases for a good version. Improve the prompt, then run it again.';
}

/** Which cases to look at: those that counted against the limit. */
function readWords(result: LimitResult): string {
	const { count: one, target } = result;
	if (!('k' in one) || 'from' in target) return `Read the cases behind ${nameOf(result)}.`;
	const against = 'atMost' in target ? one.k : one.n - one.k;
	return `Read the ${countOf(against, 'case')} that went wrong: ${nameOf(result)}.`;
}

export function nextSection(found: Found): Section {
	const { run, subject, results, limits, catalogue } = found;
	const missed = results.filter(({ verdict }) => verdict === 'not-met');
	const open = results.filter(({ verdict }) => verdict === 'not-resolved');
	// Only a share of cases can say how many more of them would decide it.
	const counted = undecidedSection(found).length > 0;
	const untested = unmeasured(results, limits).length;
	const old = whyNot(run, subject, catalogue).length > 0;
	const again = ['Run it again, and import the result: ', code('npm run record -- import FILE')];
	const steps: Words[] = [
		...missed.map((one) => strong(readWords(one))),
		...(open.length > 0
			? [
					[
						strong(
							`Add cases for the ${countOf(open.length, 'limit')} that ${open.length === 1 ? 'is' : 'are'} not resolved.`,
						),
						counted && [' ', link('See how many', '#cases-needed')],
					],
				]
			: []),
		...(untested > 0
			? [strong(`Test the ${countOf(untested, 'limit')} that the run left out.`)]
			: []),
		...(missed.length + open.length + untested > 0 || old ? [again] : []),
	];
	return {
		id: 'next',
		title: 'What to do next',
		blocks:
			steps.length > 0
				? [list(steps, 'tasks')]
				: [text('Nothing. Every limit is met, and the run tested the current prompts and model.')],
	};
}
