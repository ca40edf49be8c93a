/** Code to coloured HTML with classes, never with style attributes: the policy forbids those. */
import type { HighlighterCore } from 'shiki/core';
import { languageOf } from '#catalogue/read/mdx/code-languages.ts';
import { escapeHtml } from '#catalogue/words/escape-html.ts';
import { keptColour } from './highlight-cache.ts';

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
		// Each grammar costs start-up time, so it is loaded for the first code in its language.
		langs: [],
		engine: createJavaScriptRegexEngine(),
	});
}

/**
 * Spans with token classes, as HTML; escaped plain text for a language without grammar.
 *
 * @param written name or alias of the language, as an author writes it
 */
export async function highlight(code: string, written: string): Promise<string> {
	const language = languageOf(written) ?? 'text';
	if (language === 'text') return escapeHtml(code);
	return keptColour(language, code, () => colour(code, language));
}

async function colour(code: string, language: string): Promise<string> {
	const [shiki, { bundledLanguages }] = await Promise.all([highlighter(), import('shiki/langs')]);
	// `languageOf` gives names of this table only.
	const grammar = bundledLanguages[language as keyof typeof bundledLanguages];
	if (!shiki.getLoadedLanguages().includes(language)) await shiki.loadLanguage(grammar);
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
	const text = escapeHtml(content);
	return token ? `<span class="tk-token-${token}">${text}</span>` : text;
}
