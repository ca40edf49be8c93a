/** Reports of bad results, each with its trace, and the day by which it must be answered. */
import { type Clock, DAY, dayOf } from '../clock.ts';
import { fields, number, text } from '../policy/shape.ts';

export const CONTROL = 'feedback-channel';

export const feedbackShape = fields({ to: text, sortWithinDays: number, answerWithinDays: number });
export type FeedbackPolicy = ReturnType<typeof feedbackShape>;

export interface Report {
	item: string;
	trace: string;
	by: string;
	/** Role that sorts and answers. */
	to: string;
	sortBy: string;
	answerBy: string;
	answer: string | undefined;
}

export function openFeedback(policy: FeedbackPolicy, clock: Clock) {
	const reports: Report[] = [];
	const open = () => reports.filter(({ answer }) => answer === undefined);
	return {
		/** `to` is for another role than the one in the policy, such as the owner of a wrong source. */
		report: ({ to, ...about }: Pick<Report, 'item' | 'trace' | 'by'> & { to?: string }): Report => {
			const report = {
				...about,
				to: to ?? policy.to,
				sortBy: workingDay(clock.now(), policy.sortWithinDays),
				answerBy: workingDay(clock.now(), policy.answerWithinDays),
				answer: undefined,
			};
			reports.push(report);
			return report;
		},
		answer: (item: string, answer: string): void => {
			for (const report of open()) if (report.item === item) report.answer = answer;
		},
		overdue: (): Report[] => open().filter(({ answerBy }) => answerBy < dayOf(clock.now())),
	};
}
export type Feedback = ReturnType<typeof openFeedback>;

/** The day that is this many working days later. Weekends are left out; public holidays are not. */
export function workingDay(from: Date, days: number): string {
	let left = days;
	let time = from.getTime();
	while (left > 0) {
		time += DAY;
		if (![0, 6].includes(new Date(time).getUTCDay())) left -= 1;
	}
	return dayOf(new Date(time));
}
