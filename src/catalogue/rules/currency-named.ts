/** An amount of money has a currency, or nobody can compare it. */
import { lacksCurrency } from '../judge/currency.ts';
import type { Rule } from '../model/rule.ts';

const MESSAGE = (unit: string) => `the unit "${unit}" is money, but does not say which currency.`;
const FIX = 'Add it, such as "GBP per case".';

export const currencyNamed: Rule = {
	id: 'currency-named',
	phase: 'structure',
	severity: 'error',
	summary: 'A unit of money names its currency.',
	why: 'A target of 0.25 is cheap in one currency and expensive in another. You can compare the values of two teams only in the same currency.',
	source: 'Project brief, section 8, comparable measures',
	example: {
		in: 'metrics',
		fails: 'unit: cost per finished task',
		passes: 'unit: GBP per finished task',
	},
	*check({ metrics, patterns }) {
		for (const entry of metrics.values()) {
			const { unit, symbol = '' } = entry.data;
			if (!lacksCurrency(unit) || (symbol !== '' && !lacksCurrency(`cost in ${symbol}`))) continue;
			yield { entry, path: ['unit'], message: MESSAGE(unit), fix: FIX };
		}
		for (const entry of patterns.values()) {
			for (const [index, { unit }] of entry.data.evaluation.limits.entries()) {
				if (!lacksCurrency(unit)) continue;
				const path = ['evaluation', 'limits', index, 'unit'];
				yield { entry, path, message: MESSAGE(unit), fix: FIX };
			}
		}
	},
};
