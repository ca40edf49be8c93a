import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finding, report } from '#tests/support/report.ts';
import { junit } from './junit.ts';

interface Parser {
	onopentag: (tag: { name: string; attributes: Record<string, string> }) => void;
	ontext: (text: string) => void;
	onerror: (error: Error) => void;
	write: (text: string) => Parser;
	close: () => Parser;
}
// sax has no types; these are the parts used here.
const { parser: makeParser } = createRequire(import.meta.url)('sax') as {
	parser: (strict: boolean) => Parser;
};

interface Tag extends Record<string, string> {
	tag: string;
}

/** Every element of a document with its attributes and text, by a strict parser. */
function tagsOf(xml: string): Tag[] {
	const tags: Tag[] = [];
	const parser = makeParser(true);
	parser.onopentag = ({ name, attributes }) => tags.push({ ...attributes, tag: name, text: '' });
	parser.ontext = (text) => {
		const last = tags.at(-1);
		if (last) last.text += text;
	};
	parser.onerror = (error) => {
		throw error;
	};
	parser.write(xml).close();
	return tags;
}

const named = (xml: string, tag: string) => tagsOf(xml).filter((element) => element.tag === tag);

test('there is a suite for each collection and a case for each file', () => {
	const files = ['content/risks/leak.mdx', 'content/controls/logging.mdx', 'content/stray.txt'];
	const xml = junit.print(report([finding()], { files }));
	expect(
		named(xml, 'testsuite').map(({ name, tests, failures }) => [name, tests, failures]),
	).toEqual([
		['controls', '1', '0'],
		['risks', '1', '1'],
		['other files', '1', '0'],
	]);
	expect(named(xml, 'testcase').map(({ name }) => name)).toEqual([
		'content/controls/logging.mdx',
		'content/risks/leak.mdx',
		'content/stray.txt',
	]);
});

test('each error is a failure with its place, its remedy and the page of its rule', () => {
	const xml = junit.print(report([finding(), finding({ severity: 'warning' })]));
	const [first, ...others] = named(xml, 'failure');
	expect(first).toMatchObject({
		type: 'error',
		message: 'category "secrity" is not one of: operational, security. [schema]',
		text: expect.stringContaining(
			'content/risks/leak.mdx:3:11 [schema]\nDid you mean "security"?\nhttps://patterns.example/ai/contribute/rules/schema/',
		),
	});
	expect(others).toEqual([]);
	expect(named(xml, 'testsuites')[0]?.failures).toBe('1');
	expect(named(xml, 'system-out')[0]?.text).toContain('content/risks/leak.mdx:3:11 [schema]');
});

test('a file that is missing has a case as well', () => {
	const xml = junit.print(report([finding({ file: 'content/policy.yaml' })]));
	expect(named(xml, 'testcase').map(({ name }) => name)).toContain('content/policy.yaml');
});

const LEGAL = /[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

test('whatever a message says, a parser reads it back, without what XML does not allow', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (message) => {
			const xml = junit.print(report([finding({ message, fix: message })]));
			const legal = Array.from(message)
				.filter((character) => LEGAL.test(character))
				.join('');
			expect(named(xml, 'failure')[0]?.message).toBe(`${legal} [schema]`);
		}),
	);
});

test('control characters and half characters are dropped', () => {
	expect(junit.print(report([finding({ message: 'a\u0000\u001b\ud800b\ufffe' })]))).toContain(
		'message="ab [schema]"',
	);
});
