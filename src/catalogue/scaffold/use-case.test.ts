import { describe, expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { useCaseFiles } from './use-case.ts';

const pattern = entry('patterns', 'summary');
const [own] = pattern.data.metrics;

/** The text of a new use case that serves an outcome of this metric. */
function draft(metric: string): string {
	const outcome = entry('outcomes', 'sooner', { metric });
	const catalogue = catalogueOf(pattern, outcome, entry('metrics', metric), entry('models'));
	const [file] = useCaseFiles('desk', pattern, { outcome: 'sooner' }, catalogue);
	return String(file?.text);
}

describe('a new use case', () => {
	test('measures the metric of its outcome also where its pattern does not', () => {
		expect(draft('hours-back')).toMatch(/metric: hours-back\n\s+target:/);
	});

	test('measures it once where its pattern does', () => {
		const metric = own?.metric ?? '';
		const uses = pattern.data.metrics.filter((one) => one.metric === metric).length;
		expect(draft(metric).match(new RegExp(`metric: ${metric}\\n`, 'g'))).toHaveLength(uses);
	});
});
