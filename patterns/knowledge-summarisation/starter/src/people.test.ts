import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findCitationDrift, monthOf } from './people.ts';
import { type Released, releaseBrief } from './release.ts';
import { ROOT } from './root.ts';
import { article, GOOD, models, QUESTION, SUPPORTED, staged, TEXT } from './testing.ts';

const folders: string[] = [];
after(() => {
	for (const folder of folders) rmSync(folder, { recursive: true });
});

test('human-override: one flag of an owner removes a source from the next brief, for everyone', async () => {
	const { ask, briefs, audited } = await staged();
	assert.equal((await ask()).run.ending, 'applied');
	briefs.withdraw('K1', 'owner of Workplace Services');
	for (const by of ['reader-01', 'reader-02']) {
		assert.equal((await ask({ by })).run.reason, 'nothing-found');
	}
	assert.equal(audited('withdrawn').length, 1);
});

test('human-override: a flag set while the models answer stops the brief and its sources', async () => {
	const inner = models([GOOD], [SUPPORTED]);
	const stage = await staged({
		gateway: {
			about: 'slow',
			ask: (call) => {
				stage.briefs.withdraw('K1', 'owner of Workplace Services');
				return inner.ask(call);
			},
		},
	});
	const answered = await stage.ask();
	assert.deepEqual([answered.run.ending, answered.run.reason], ['left', 'source-withdrawn']);
	assert.deepEqual([answered.brief, answered.sources], [undefined, []]);
});

test('human-override: a blocked question is not answered, however it is written', async () => {
	const { ask, briefs } = await staged();
	briefs.block(QUESTION.text, 'product manager');
	const { run } = await ask({ text: ` ${QUESTION.text.toUpperCase()} ` });
	assert.deepEqual([run.ending, run.reason], ['left', 'question-blocked']);
	assert.equal((await ask({ text: 'How long is the loan of a laptop?' })).run.ending, 'applied');
});

test('human-override: the flags of the file are read again, and without them nothing is shown', async () => {
	const root = mkdtempSync(join(tmpdir(), 'starter-'));
	folders.push(root);
	cpSync(ROOT, root, {
		recursive: true,
		filter: (from) => !/node_modules|logs$/.test(from),
	});
	const set = (text: string) => writeFileSync(join(root, 'policy/withdrawn.yaml'), text);
	const { ask } = await staged({ root });
	assert.equal((await ask()).run.ending, 'applied');
	set('sources: [K1]\nquestions: []\n');
	assert.equal((await ask()).run.reason, 'nothing-found');
	set(`sources: []\nquestions: ["${QUESTION.text}"]\n`);
	assert.equal((await ask()).run.reason, 'question-blocked');
	set('sources: K1\n');
	assert.equal((await ask()).run.reason, 'flags-unread');
});

test('feedback-channel: a wrong source goes to its owner, a wrong brief to the product manager', async () => {
	const { ask, briefs, audited } = await staged();
	const { trace } = (await ask()).run;
	const reports = (['source', 'brief'] as const).map((wrong) =>
		briefs.report('one', 1, wrong, 'reader-01'),
	);
	assert.deepEqual(
		reports.map((report) => [report?.to, report?.trace, report?.answerBy]),
		[
			['Workplace Services', trace, '2026-11-27'],
			['Product manager', trace, '2026-11-27'],
		],
	);
	assert.deepEqual(
		audited('feedback').map((line) => [line.statement, line.sources]),
		[
			[1, ['K1']],
			[1, ['K1']],
		],
	);
	assert.equal(briefs.report('none', 1, 'brief', 'reader-01'), undefined);
});

test('an opened source is noted without the reader, and only where it was cited', async () => {
	const { ask, briefs, audited } = await staged();
	await ask();
	briefs.openSource('one', 'K1');
	briefs.openSource('one', 'K9');
	assert.deepEqual(
		audited('opened').map(({ time: _, ...line }) => Object.keys(line)),
		[['event', 'trace', 'item', 'source']],
	);
});

/** A brief with this many statements from one source, and this many dropped. */
function month(id: string, updated: string, statements: number, dropped: number): Released {
	const source = { id, title: 'Loan', owner: 'Workplace Services', updated, text: TEXT };
	const verdict = { number: 1, verdict: 'supported' as const, problem: '' };
	return releaseBrief({
		draft: {
			...GOOD,
			decision: 'answered',
			statements: Array.from({ length: statements }, () => ({ text: 'One.', sources: [id] })),
		},
		verdicts: Array.from({ length: statements }, () => ({
			...verdict,
			quote: 'are lent for up to 14 days',
		})),
		uncited: Array.from({ length: dropped }, () => ({ text: 'Lost.', sources: [] })),
		sources: [source],
		notes: [],
	});
}
const now = new Date('2026-11-20T09:00:00Z');

test('drift-monitoring: the month counts citations, dropped statements and the age of sources', () => {
	const live = monthOf([month('K1', '2026-10-20', 3, 1), month('K2', '2026-06-20', 1, 0)], now);
	assert.deepEqual(live, {
		share: { K1: 75, K2: 25 },
		corrected: { 'statements dropped': 20, 'mean age in months': 3 },
	});
	assert.deepEqual(monthOf([], now).corrected, {
		'statements dropped': 0,
		'mean age in months': 0,
	});
});

test('drift-monitoring: a rise of five or a new source in the top three is read by a person', () => {
	const corrected = { 'statements dropped': 5, 'mean age in months': 8 };
	const frozen = { share: { K1: 40, K2: 30, K3: 20, K4: 10 }, corrected };
	const policy = { risePoints: 5, shareMoves: 1, frozen };
	assert.deepEqual(findCitationDrift(frozen, policy), []);
	const live = {
		share: { K1: 40, K4: 35, K3: 25 },
		corrected: { 'statements dropped': 10, 'mean age in months': 12 },
	};
	assert.deepEqual(findCitationDrift(live, policy), [
		'statements dropped: 10, 5 when frozen.',
		'K4: 35% of citations, not among the first 3 when frozen.',
	]);
	assert.match(findCitationDrift(live, { ...policy, frozen: undefined }).join(), /No weeks/);
});

test('drift-monitoring: what was shown is what the month counts', async () => {
	const { ask, briefs } = await staged({ articles: { K1: article() } });
	await ask();
	assert.match(briefs.drift().join(), /No weeks are frozen/);
});
