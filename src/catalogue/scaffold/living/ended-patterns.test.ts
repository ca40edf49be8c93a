import { expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { endedPatterns, formerPattern } from './ended-patterns.ts';
import { isExampleFile } from './living.ts';

const prompt = entry('prompts', 'translate-section', {}, { parent: 'translation-with-glossary' });
const content = () =>
	catalogueOf(
		entry('patterns', 'translation-with-glossary', { prompts: ['translate-section'] }),
		entry('patterns', 'reply-drafting'),
		entry('models', 'general-chat'),
		prompt,
	);

test('the older pattern, its model and the tombstone each say that they are invented', () => {
	const made = endedPatterns(content(), 0);
	expect(made.map(({ path }) => path).sort()).toEqual([
		'content/models/general-chat-older.mdx',
		'content/withdrawn/patterns.inbox-autopilot.yaml',
		'patterns/notice-translation/pattern.mdx',
		'patterns/notice-translation/prompts/translate-notice.prompt',
		'patterns/notice-translation/register.yaml',
	]);
	expect(made.filter(({ path, text }) => !isExampleFile(path, text))).toEqual([]);
});

test('the older pattern takes the names of its own, and leads to its successor', () => {
	const text = (end: string) =>
		endedPatterns(content(), 0).find(({ path }) => path.endsWith(end))?.text ?? '';
	expect(text('pattern.mdx')).toContain('translate-notice');
	expect(text('pattern.mdx')).not.toContain('translate-section');
	expect(text('register.yaml')).toMatch(/^successor: translation-with-glossary$/m);
});

test('its version before is another one', () => {
	const [former] = formerPattern(content(), 0);
	const now = endedPatterns(content(), 0).find(({ path }) => path === former?.path);
	expect(former?.text).toMatch(/^version: "1.0.0"$/m);
	expect(now?.text).toMatch(/^version: "1.1.0"$/m);
});

test('without the pattern that follows, nothing is made of the one that ended', () => {
	expect(endedPatterns(catalogueOf(entry('models', 'general-chat')), 0)).toEqual([]);
});
