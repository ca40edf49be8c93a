import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../clock.ts';
import { dlpShape, openRedaction } from '../controls/data-loss-prevention.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { ROOT } from '../root.ts';
import { openAudit } from './audit-log.ts';

const redact = openRedaction(readPolicy(ROOT, 'policy/dlp.yaml', dlpShape));
const card = ['4111', '1111', '1111', '1111'].join('');

function written(fields: Record<string, unknown>): string {
	const lines: string[] = [];
	openAudit(redact, fixedClock('2026-11-20T09:00:00Z'), (line) => lines.push(line)).line(
		'x',
		fields,
	);
	return lines.join('\n');
}

test('data-loss-prevention: everything in a line is redacted, however deep', () => {
	const line = written({ says: card, list: [{ deep: `card ${card}` }], [card]: 1, item: card });
	assert.doesNotMatch(line, /4111/);
});

test('data-loss-prevention: a text that cannot be redacted is left out as a whole', () => {
	const line = written({ says: 'My password used to be "Sunny-Day-42" there' });
	assert.match(line, /HELD BACK: password/);
	assert.doesNotMatch(line, /Sunny/);
});

test('a line is one line of JSON with its time', () => {
	assert.deepEqual(JSON.parse(written({ says: 'two\nlines', trace: 'abc' })), {
		time: '2026-11-20T09:00:00.000Z',
		event: 'x',
		says: 'two\nlines',
		trace: 'abc',
	});
});
