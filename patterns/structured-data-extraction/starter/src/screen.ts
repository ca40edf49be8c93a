/**
 * Node screen: text that nobody sees on the page is stripped, instructions to a model hold the
 * document, pages of another kind are dropped, and what no field asks for is masked.
 */
import type { Page } from './capture.ts';
import { assertNothingRemains, dlpShape, openRedaction } from './controls/data-loss-prevention.ts';
import {
	assertBelow,
	cleaned,
	openScreen,
	screenShape,
} from './controls/prompt-injection-filter.ts';
import { redactTexts } from './controls/screen-texts.ts';
import { compilePattern } from './policy/patterns.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, list, number, text } from './policy/shape.ts';
import type { Run } from './run/run.ts';
import type { Schema } from './schemas.ts';
import type { Services } from './services.ts';

const shape = fields({
	/** Share of the words of a line that must be on the page image. */
	leastSeen: number,
	text: screenShape,
	/**
	 * Kinds of pages by what is printed on them. A page of another kind than the document is dropped.
	 */
	pages: list(fields({ kind: text, pattern: text })),
});

/** A page as the document store returns it: its text layer, and the text read off its image. */
export interface ArrivedPage {
	layer: string;
	image: string;
}

export interface ScreenedDocument {
	pages: Page[];
	layout: string;
	/** For the reviewer: what was removed. */
	notes: string[];
}

const words = (source: string) =>
	cleaned(source)
		.toLowerCase()
		.match(/[\p{L}\d]+/gu) ?? [];

/**
 * The lines of a text layer that are on the page image, and how many are not. Recognition gets
 * single letters wrong, so a line counts as seen if this share of its words is.
 */
export function seenLines({ layer, image }: ArrivedPage, leastSeen: number) {
	const seen = new Set(words(image));
	const lines = layer.split('\n');
	const kept = lines.filter((line) => {
		const own = words(line);
		return own.filter((word) => seen.has(word)).length >= own.length * leastSeen;
	});
	return { text: kept.join('\n'), hidden: lines.length - kept.length };
}

export function openDocumentScreen({ root, redact }: Services) {
	const policy = readPolicy(root, 'policy/screen.yaml', shape);
	const dlp = readPolicy(root, 'policy/dlp.yaml', dlpShape);
	const screen = openScreen(policy.text);
	const kinds = policy.pages.map(({ kind, pattern }) => ({
		kind,
		is: compilePattern(pattern, 'iu', `the page "${kind}" of policy/screen.yaml`),
	}));

	const isForeign = (source: string, { id }: Schema) => {
		const found = kinds.filter(({ is }) => is.test(source)).map(({ kind }) => kind);
		return found.length > 0 && !found.includes(id);
	};
	const layoutOf = (source: string, { layouts }: Schema) =>
		layouts.find(({ pattern }) => new RegExp(pattern, 'iu').test(source))?.id ?? 'unknown';

	function screened(run: Run, arrived: readonly ArrivedPage[], schema: Schema): ScreenedDocument {
		run.at('screen');
		const seen = arrived.map((page) => seenLines(page, policy.leastSeen));
		const hidden = seen.reduce((sum, page) => sum + page.hidden, 0);
		const notes: string[] = [];
		if (hidden > 0) {
			notes.push(`Text that nobody sees on the page was removed, lines: ${hidden}.`);
			run.changed('prompt-injection-filter', notes[0] ?? '');
		}
		const scores = seen.map(({ text: source }) => screen([source]));
		for (const score of scores) assertBelow(score, policy.text);
		const highest = Math.max(0, ...scores.map(({ score }) => score));
		run.passed('prompt-injection-filter', `Highest page ${highest}, under ${policy.text.holdAt}.`);
		const all = scores.map(({ texts: [source = ''] }, index) => ({
			number: index + 1,
			text: source,
		}));
		const dropped = all.filter(({ text: source }) => isForeign(source, schema));
		if (dropped.length > 0) {
			const numbers = dropped.map(({ number: page }) => page).join(', ');
			notes.push(`Page ${numbers} is of another kind and was not read.`);
			run.changed('data-loss-prevention', notes.at(-1) ?? '');
		}
		const own = all.filter((page) => !dropped.includes(page));
		for (const { text: source } of own) assertNothingRemains(redact(source));
		// What a field asks for stays for the prompt. Every log masks it anyway.
		const replace = dlp.replace.filter(({ mark }) => !schema.asksFor.includes(mark));
		const texts = redactTexts(
			run,
			own.map(({ text: source }) => source),
			openRedaction({ replace, hold: [] }),
		);
		const pages = own.map(({ number: page }, index) => ({
			number: page,
			text: texts[index] ?? '',
		}));
		const layout = layoutOf(texts.join('\n'), schema);
		run.signals({ 'aicat.document.layout': layout });
		return { pages, layout, notes };
	}
	/** A text that a model wrote, without the marks of a prompt, before it goes into another one. */
	const clean = (source: string) => screen([source]).texts[0] ?? '';
	return { screened, clean };
}
