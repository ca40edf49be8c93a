/** Code to coloured HTML with classes, never with style attributes: the policy forbids those. */
import { join } from 'node:path';
import type { HighlighterCore } from 'shiki/core';
import type { LANGUAGES } from '#catalogue/read/mdx/check-markdown.ts';
import { type HighlightCache, highlightCache } from './highlight-cache.ts';

type Language = (typeof LANGUAGES)[number];

let engine: Promise<HighlighterCore> | undefined;

/** Grammars and their engine are loaded for the first code that is not kept, and often for none. */
function highlighter(): Promise<HighlighterCore> {
	engine ??= load();
	return engine;
}

async function load(): Promise<HighlighterCore> {
	const [{ createCssVariablesTheme }, { createHighlighterCore }, { createJavaScriptRegexEngine }] =
		await Promise.all([import('shiki'), import('shiki/core'), import('shiki/engine/javascript')]);
	return createHighlighterCore({
		// The finite set of tokens of the theme becomes the finite set of classes in the stylesheet.
		themes: [createCssVariablesTheme({ name: 'catalogue', variablePrefix: '--sy-' })],
		// Every language loaded costs start-up time; the guard allows these and no others.
		langs: [
			import('shiki/langs/bash.mjs'),
			import('shiki/langs/diff.mjs'),
			import('shiki/langs/handlebars.mjs'),
			import('shiki/langs/json.mjs'),
			import('shiki/langs/sql.mjs'),
			import('shiki/langs/typescript.mjs'),
			import('shiki/langs/yaml.mjs'),
		],
		engine: createJavaScriptRegexEngine(),
	});
}

let cache: HighlightCache | undefined;

/** Beside what Astro keeps between builds; both are named by the same variable. */
function kept(): HighlightCache {
	const folder = join(process.env.CATALOGUE_CACHE ?? '.cache/astro', 'highlight');
	cache ??= highlightCache(folder, 'package-lock.json');
	return cache;
}

/** Spans with token classes, as HTML; escaped plain text for a language without grammar. */
export async function highlight(code: string, language: Language): Promise<string> {
	if (language === 'text') return escapeText(code);
	const known = kept().get(language, code);
	if (known !== undefined) return known;
	const html = await colour(code, language);
	kept().add(language, code, html);
	return html;
}

async function colour(code: string, language: Exclude<Language, 'text'>): Promise<string> {
	const shiki = await highlighter();
	const { tokens } = shiki.codeToTokens(code, {
		lang: language,
		theme: 'catalogue',
		// The default gives up on a line after half a second, so a busy machine would build other bytes.
		tokenizeTimeLimit: 0,
	});
	const lines = tokens.map((line) =>
		line.map(({ content, color }) => span(content, color)).join(''),
	);
	return lines.join('\n');
}

const TOKEN = /^var\(--sy-token-([a-z-]+)\)$/;

function span(content: string, color: string | undefined): string {
	const token = TOKEN.exec(color ?? '')?.[1];
	const text = escapeText(content);
	return token ? `<span class="tk-token-${token}">${text}</span>` : text;
}

/** Text as it must stand between tags. */
export function escapeText(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
