import { describe, expect, test } from 'vitest';
import { minimal } from '#catalogue/examples/minimal.ts';
import { ruleDocs } from '#catalogue/rules/docs.ts';
import { WIDTH, widthOf } from '../printers/columns.ts';
import { explainRule, listRules } from './explain.ts';

const docOf = (name: string) => {
	const doc = ruleDocs.find(({ id }) => id === name);
	if (!doc) throw new Error(`There is no rule ${name}.`);
	return doc;
};

test('every rule has a line in the list', () => {
	expect(listRules().map((line) => line.split(' ')[0])).toEqual(ruleDocs.map(({ id }) => id));
});

test('a rule is explained with an example that was run', async () => {
	const lines = await explainRule(docOf('schema'), minimal.policy(), 'https://a.example/');
	expect(lines.slice(lines.indexOf('In the data of a risk this fails:'), -7)).toEqual([
		'In the data of a risk this fails:',
		'    category: secrity',
		'',
		'It yields:',
		'    line 1: category "secrity" is not one of: operational, security,',
		'    regulatory-compliance. [schema]',
		'    Did you mean "security"?',
		'',
		'This passes:',
		'    category: security',
		'',
	]);
	expect(lines.slice(-5)).toEqual([
		'Source: The schemas; the field reference explains each field.',
		'',
		'Only this check: npm run validate -- --rule schema',
		'',
		'https://a.example/',
	]);
});

describe('every explanation', () => {
	test.each(ruleDocs)('of $id fits the width and says whether it may be waived', async (doc) => {
		const lines = await explainRule(doc, minimal.policy(), undefined);
		expect(lines.join(' ')).toContain('Can it be waived?');
		const prose = lines.filter((line) => !line.startsWith('    '));
		expect(prose.filter((line) => widthOf(line) > WIDTH)).toEqual([]);
	});
});
