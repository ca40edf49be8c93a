import fc from 'fast-check';
import { type MdastNode, markdownToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../read/mdx/facts.ts';
import { plainLine } from '../../words/escape-markdown.ts';
import {
	blocks,
	code,
	escapeText,
	fenced,
	heading,
	link,
	list,
	md,
	pairs,
	table,
} from './write.ts';

/** Texts that are likely to be taken for markup. */
const hostile = fc.oneof(
	fc.string({ unit: fc.constantFrom(...'|`*_~<>#-+=.)([]!&;:\\/ \n\r\ta1é"\'{}@') }),
	fc.string({ unit: 'binary' }),
	fc.constantFrom('<script>alert(1)</script>', '# a #', '1. a', '&lt;', '---', 'a\\', '``` x'),
);
const said = (text: string) => plainLine(text);
const parse = (markdown: string): MdastNode => markdownToMdast(markdown);
const kinds = (node: MdastNode): string[] => [
	node.type,
	...('children' in node ? node.children.flatMap((child) => kinds(child as MdastNode)) : []),
];
/** What plain text may become: an address or a mail is a link of itself. */
const PLAIN = new Set(['root', 'paragraph', 'text', 'link']);

describe('text', () => {
	test('stays text, whatever it holds', () => {
		fc.assert(
			fc.property(hostile, (text) => {
				const root = parse(escapeText(text));
				expect(plainText(root)).toBe(said(text));
				expect(kinds(root).filter((kind) => !PLAIN.has(kind))).toEqual([]);
			}),
		);
	});

	test('of a label with strong words and a second line is bold once', () => {
		const made = pairs([[md`${{ markdown: '**Test report**' }}\nMedium`, 'Overrides by role']]);
		expect(made.markdown).toBe('- **Test report**, Medium: Overrides by role');
		expect(kinds(parse(made.markdown)).filter((kind) => kind === 'strong')).toHaveLength(1);
	});

	test('in a heading, a list and a pair is the whole of each', () => {
		fc.assert(
			fc.property(hostile, (text) => {
				fc.pre(said(text) !== '');
				for (const [made, kind] of [
					[heading(3, text), 'heading'],
					[list([text]), 'listItem'],
					[pairs([['Owner', text]]), 'listItem'],
				] as const) {
					const root = parse(blocks(made, 'after').markdown);
					expect(kinds(root).filter((one) => one === kind)).toHaveLength(1);
					expect(plainText(root)).toBe(
						`${kind === 'listItem' && made.markdown.startsWith('- **Owner:**') ? 'Owner: ' : ''}${said(text)}after`,
					);
				}
			}),
		);
	});

	test('in a table stays in its cell', () => {
		fc.assert(
			fc.property(hostile, hostile, (first, second) => {
				const root = parse(table(['One', 'Two'], [[first, code(second)]]).markdown);
				const cells = kinds(root).filter((kind) => kind === 'tableCell');
				expect(cells).toHaveLength(4);
				expect(plainText(root)).toBe(`OneTwo${said(first)}${said(second)}`);
			}),
		);
	});

	test('in a link cannot end it', () => {
		fc.assert(
			fc.property(hostile, (text) => {
				const root = parse(link(md`t ${text}`, 'https://a.example/b_(c)/#d').markdown);
				expect(kinds(root).slice(0, 3)).toEqual(['root', 'paragraph', 'link']);
			}),
		);
	});
});

test('a fence holds any lines, also such as would end it', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			const [first, ...others] = kinds(parse(fenced(`\`\`\`\`\n${text}\nend`).markdown)).slice(1);
			expect([first, others]).toEqual(['code', []]);
		}),
	);
});

test('what is not there leaves no mark', () => {
	expect(blocks('a', undefined, list([]), table(['A'], []), pairs([['B', '']]), 'c').markdown).toBe(
		'a\n\nc',
	);
});

test('identifiers keep their underscores', () => {
	expect(escapeText('case_subject_2')).toBe('case_subject_2');
});

test('an address keeps its query and its fragment, and nothing in either ends the link', () => {
	const address = 'https://host.example/ai/compare/?a=one&b=(two)#part)x';
	expect(link('Compare', address).markdown).toBe(
		'[Compare](https://host.example/ai/compare/?a=one&b=%28two%29#part%29x)',
	);
});

test('plain words are the same on the short way and on the long one', () => {
	const sign = fc.constantFrom(...'ab1 .,;:!?()\'"/%-+=>#_*[~&\\`|<€\u2019\u00e9\n'.split(''));
	fc.assert(
		fc.property(fc.string({ unit: sign, maxLength: 12 }), (text) => {
			// A space at the end is dropped, and keeps a text from the short way.
			expect(escapeText(text)).toBe(escapeText(`${text} `));
		}),
		{ numRuns: 5000 },
	);
});
