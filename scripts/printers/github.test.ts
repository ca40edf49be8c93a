import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finding, report } from '#tests/support/report.ts';
import { github } from './github.ts';

test('a finding is one workflow command at its place', () => {
	expect(github.print(report([finding({ severity: 'warning' })]))).toBe(
		'::warning file=content/risks/leak.mdx,line=3,endLine=3,col=11,endColumn=18,title=schema' +
			'::category "secrity" is not one of: operational, security.' +
			'%0ADid you mean "security"?' +
			'%0Ahttps://patterns.example/ai/contribute/rules/schema/',
	);
});

test('a place of several lines has no columns, which GitHub would refuse', () => {
	expect(github.print(report([finding({ endLine: 5 })]))).toContain(',line=3,endLine=5,title=');
});

const decodeData = (text: string) =>
	text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
const decodeProperty = (text: string) =>
	decodeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));

test('whatever a file is called and a message says, the runner reads it back and nothing else', () => {
	const hard = fc
		.array(fc.constantFrom('%', '\r', '\n', ':', ',', '::', '%0A', '%3A', 'a', '='))
		.map((parts) => parts.join(''));
	fc.assert(
		fc.property(hard, hard, (file, message) => {
			const text = github.print(report([finding({ file, message })], { linkTo: () => undefined }));
			expect(text).not.toMatch(/[\r\n]/);
			const [, properties = '', data = ''] = /^::error (.*?)::(.*)$/.exec(text) ?? [];
			const [name = ''] = properties.split(',');
			expect(decodeProperty(name.replace('file=', ''))).toBe(file);
			expect(decodeData(data)).toBe(`${message}\nDid you mean "security"?`);
		}),
	);
});
