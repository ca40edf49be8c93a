/** The page of an evaluation run: may this be released, and if nobody can tell, what would settle it. */
import { resultsOf } from '../../judge/records/evaluation.ts';
import { patternBehind, type Subject } from '../../judge/records/kept.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { countOf } from '../../words/count.ts';
import { longDay } from '../../words/day.ts';
import { exampleOf } from '../example.ts';
import type { Sheet } from '../page.ts';
import { blockOf, noticesOf } from './head.ts';
import { groupSections, limitsSection } from './limits.ts';
import { nextSection, undecidedSection } from './next.ts';
import type { Found } from './result.ts';
import { runPath, runsOf } from './runs.ts';
import { type Run, trendOf } from './trend.ts';

/** Everything the page of a run says. */
export function evaluationSheet(subject: Subject, run: Run, catalogue: Catalogue): Sheet {
	const { record, file } = run;
	const limits = patternBehind(subject, catalogue)?.data.evaluation.limits ?? [];
	const found: Found = { run, subject, limits, results: resultsOf(record, limits), catalogue };
	const runs = runsOf(subject, catalogue);
	const at = runs.indexOf(run);
	const pathOf = (number: number) => runPath(subject, number);
	const neighbour = (one: Run | undefined) =>
		one && { words: `Run ${one.record.run}`, to: pathOf(one.record.run) };
	const [before, after] = [neighbour(runs[at - 1]), neighbour(runs[at + 1])];
	const trend = trendOf(run, runs, limits, pathOf);
	return {
		path: pathOf(record.run),
		title: `Evaluation run ${record.run}`,
		summary: `${subject.data.title} was tested on ${countOf(record.dataset.size, 'labelled case')} on ${longDay(record.on)}.`,
		aliases: [],
		block: blockOf(found),
		notices: noticesOf(found),
		sections: [
			limitsSection(found),
			...groupSections(found),
			...undecidedSection(found),
			...(trend
				? [{ id: 'trend', title: 'Trend over runs', answer: trend.answer, blocks: trend.blocks }]
				: []),
			nextSection(found),
		],
		side: [],
		...((before ?? after) && {
			neighbours: {
				label: 'Runs before and after',
				...(before && { before }),
				...(after && { after }),
			},
		}),
		...exampleOf([file, subject], catalogue),
	};
}
