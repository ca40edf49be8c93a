/**
 * Blocks as elements, for pages whose words depend on what the reader chooses. It prints what such
 * pages say; the build has a printer of its own for everything else.
 */
import {
	type Block,
	type Inline,
	isMany,
	type Target,
	type Words,
} from '#catalogue/pages/blocks.ts';
import { iconOf } from '#components/ui/tone-icons.ts';
import { tier as tiers } from '#schemas/vocabularies.ts';
import { href } from '#site/urls.ts';
import { element, elementWith } from './element.ts';
import { icon } from './icon.ts';

/** The words as nodes. */
export function wordNodes(words: Words): Node[] {
	if (words === undefined || words === false || words === '') return [];
	if (typeof words === 'string') return [document.createTextNode(words)];
	if (isMany(words)) return words.flatMap(wordNodes);
	return [inlineNode(words)];
}

function inlineNode(part: Exclude<Inline, string>): Node {
	switch (part.kind) {
		case 'link':
			return elementWith('a', { href: addressOf(part.to) }, ...wordNodes(part.words));
		case 'code':
			return element('code', '', part.text);
		case 'id':
			return element('span', 'mono', part.text);
		case 'strong':
			return element('b', '', ...wordNodes(part.words));
		case 'sub':
			return element('span', 'sub', ...wordNodes(part.words));
		case 'label':
			return element('span', 'label', ...wordNodes(part.words));
		case 'quiet':
			return element('span', 'faint', ...wordNodes(part.words));
		case 'mark': {
			const name = iconOf(part.tone, part.sign);
			return element('span', `st ${part.tone}`, icon(name), part.text);
		}
		case 'tier':
			return element(
				'span',
				`tier ${part.tier}`,
				icon(`tier-${part.tier}`),
				tiers.label(part.tier),
			);
		case 'state':
			return stateNode(part.state);
		case 'each':
			return element('ul', '', ...part.items.map((item) => element('li', '', ...wordNodes(item))));
		default:
			throw new Error(`A page that changes as you choose cannot show "${part.kind}" yet.`);
	}
}

/** The mark of a state, which the page has as a template. */
function stateNode(state: string): Node {
	const template = document.querySelector<HTMLTemplateElement>(
		`template[data-mark="status-${state}"]`,
	);
	return template ? template.content.cloneNode(true) : document.createTextNode(state);
}

function addressOf(to: Target): string {
	if (typeof to !== 'string') return href(`/${to.collection}/${to.id}/`);
	return to.startsWith('/') ? href(to) : to;
}

/** The blocks as elements; `level` is that of a heading among them. */
export function blockNodes(blocks: readonly Block[], level: 3 | 4): Node[] {
	return blocks.map((block) => blockNode(block, level));
}

function blockNode(block: Block, level: 3 | 4): Node {
	switch (block.kind) {
		case 'text':
			return element('p', block.look === 'label' ? 'label' : '', ...wordNodes(block.words));
		case 'list': {
			const looks: Partial<Record<string, string>> = { reasons: 'why', neighbours: 'rows rk' };
			const items = block.items.map((item) => element('li', '', ...wordNodes(item)));
			return element(block.ordered ? 'ol' : 'ul', looks[block.look ?? ''] ?? 'bul', ...items);
		}
		case 'pairs':
			return element(
				'dl',
				'pairs',
				...block.pairs.flatMap(([name, words]) => [
					element('dt', '', ...wordNodes(name)),
					element('dd', '', ...wordNodes(words)),
				]),
			);
		case 'note':
			return element(
				'div',
				`note ${block.tone}`,
				element('p', '', element('b', '', block.fact ?? ''), ' ', ...wordNodes(block.words)),
			);
		case 'group': {
			const inner = blockNodes(block.blocks, 4);
			if (!block.fold) {
				const heading = element(level === 3 ? 'h3' : 'h4', '', ...wordNodes(block.title));
				return element('section', '', heading, ...inner);
			}
			const summary = element('summary', '', ...wordNodes(block.title));
			if (block.end) summary.append(element('span', 'end', block.end));
			return element('details', 'more', summary, element('div', 'body', ...inner));
		}
		default:
			throw new Error(`A page that changes as you choose cannot show a ${block.kind} yet.`);
	}
}
