import { expect, test } from 'vitest';
import { slotsOf } from './slots.ts';

const fences = (template: string) =>
	slotsOf(template, 1).slots.map(({ variable, fence }) => `${variable}: ${fence ?? 'bare'}`);

test.each([
	['<doc>\n{{text}}\n</doc>', ['text: doc']],
	['<doc id="1">{{text}}</doc>', ['text: doc']],
	['<a><b>{{text}}</b></a>', ['text: b']],
	['```\n{{text}}\n```', ['text: ```']],
	['"""\n{{text}}\n"""', ['text: """']],
	['<docs>\n{{#each list}}\n- {{this.name}}\n{{/each}}\n</docs>', ['list: docs']],
	['{{#each list}}<doc>{{this}}</doc>{{/each}}', ['list: doc']],
	['{{#if text}}<doc>{{text}}</doc>{{else}}{{other}}{{/if}}', ['text: doc', 'other: bare']],
])('%s is fenced', (template, expected) => expect(fences(template)).toEqual(expected));

test.each([
	['no mark', '{{text}}'],
	['a mark that never closes', '<doc>{{text}}'],
	['a mark closed before', '<doc></doc>{{text}}'],
	['another mark closed', '<doc>{{text}}</dot>'],
	['a mark closed in the next message', '<doc>{{text}}{{role "user"}}</doc>'],
	['a mark that one branch opens', '{{#if a}}<doc>{{/if}}{{text}}{{#if a}}</doc>{{/if}}'],
	['a mark closed in a branch', '<doc>{{#if a}}</doc>{{/if}}{{text}}'],
	['a place inside the tag', '<doc id="{{text}}">a</doc>'],
	['a tag without content', '<doc/>{{text}}</doc>'],
	['a fence line with words', '``` so it begins\n{{text}}\nends ``` here'],
])('%s is no fence', (_, template) => expect(fences(template)).toEqual(['text: bare']));

test('a slot has the role of its message and the place in the file', () => {
	const { slots, text } = slotsOf('\n{{role "system"}}\nSort {{a}}.\n{{role "user"}}\n{{b}}\n', 10);
	expect(slots).toEqual([
		{ variable: 'a', role: 'system', fence: undefined, line: 12, column: 6 },
		{ variable: 'b', role: 'user', fence: undefined, line: 14, column: 1 },
	]);
	expect(text.map(({ role, text: said }) => [role, said.trim()])).toContainEqual([
		'system',
		'Sort  .',
	]);
});

test('characters of the same value as the signs do not move a slot', () => {
	expect(fences('\ufdd0\ufdd1<doc>\ufdd2{{text}}</doc>')).toEqual(['text: doc']);
});

test('half a million characters are read', () => {
	const many = '<a'.repeat(120_000) + '<doc>\n'.repeat(40_000);
	expect(fences(`${many}{{text}}`)).toEqual(['text: bare']);
});
