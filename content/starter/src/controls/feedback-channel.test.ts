import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../clock.ts';
import { openFeedback } from './feedback-channel.ts';

test('feedback-channel: a report has its trace and days that skip the weekend', () => {
	const clock = fixedClock('2026-11-20T09:00:00Z');
	const feedback = openFeedback({ to: 'lead', sortWithinDays: 2, answerWithinDays: 10 }, clock);
	const report = feedback.report({ item: 'one', trace: 't', by: 'agent-7' });
	assert.deepEqual(
		[report.trace, report.sortBy, report.answerBy],
		['t', '2026-11-24', '2026-12-04'],
	);
	clock.move(15 * 24 * 60);
	assert.equal(feedback.overdue().length, 1);
	feedback.answer('one', 'It became a test case.');
	assert.equal(feedback.overdue().length, 0);
});

test('feedback-channel: a report can go to another role than the one in the policy', () => {
	const clock = fixedClock('2026-11-20T09:00:00Z');
	const feedback = openFeedback({ to: 'lead', sortWithinDays: 2, answerWithinDays: 10 }, clock);
	const about = { item: 'one', trace: 't', by: 'agent-7' };
	assert.equal(feedback.report(about).to, 'lead');
	assert.equal(feedback.report({ ...about, to: 'owner of the source' }).to, 'owner of the source');
});
