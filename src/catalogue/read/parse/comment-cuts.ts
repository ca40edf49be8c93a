/** Text that YAML cuts off: a "#" after a space starts a comment, in the middle of a sentence too. */
import { type Document, isMap, isPair, isScalar, Scalar, visit } from 'yaml';
import type { z } from 'zod';
import { fieldsAt, metaOf, type Path, unwrap } from '../../model/schema-walk.ts';
import type { PositionedYaml, YamlProblem } from './yaml.ts';

/** Whether a text can hold a cut at all; most do not, and are not looked at further. */
export const mayBeCut = (text: string) =>
	// The first is far faster, and hardly a text has even that.
	/[ \t]#/.test(text) && /[^\s#][ \t]+#|(?:[:-]|^)[ \t]+#\S/m.test(text);

/** Every place at which a comment cuts a text. */
export function commentCuts(
	text: string,
	{ document, range }: PositionedYaml,
	schema?: z.ZodType,
): YamlProblem[] {
	const problems: YamlProblem[] = [];
	visit(document, {
		Scalar(key, node, above) {
			if (key === 'key' || node.type !== Scalar.PLAIN || !node.range) return;
			if (typeof node.value !== 'string' && node.value !== null) return;
			const end = node.range[1];
			const lost = /^[ \t]*(#[^\n]*)/.exec(text.slice(end, end + 400))?.[1]?.trimEnd();
			if (lost === undefined) return;
			const said = node.value ?? '';
			if (!isProse(said, lost, schema && fieldsAt(schema, pathOf(document, node, above)))) return;
			problems.push({
				...range(node.range[0], end + text.slice(end).indexOf('#') + lost.length),
				rule: 'yaml',
				message: said
					? `" #" starts a comment, so the text ends at "${tail(said)}" and "${head(lost)}" is lost.`
					: `"#" starts a comment, so "${head(lost)}" is lost.`,
				fix: `Put the whole text in quotes. If it is a comment, put it on a separate line.`,
			});
		},
	});
	return problems;
}

const tail = (text: string) => (text.length > 40 ? `...${text.slice(-37)}` : text);
const head = (text: string) => (text.length > 40 ? `${text.slice(0, 37)}...` : text);

/** Whether the value is a text that goes on behind the "#", and not a word with a comment. */
function isProse(value: string, lost: string, fields: readonly z.ZodType[] = []): boolean {
	// "# so" is how comments are written, "#so" is hardly ever one.
	const looksLikeIt = /\s/.test(value) || /^#[^\s#!]/.test(lost);
	const known = fields.filter((field) => unwrap(field).def.type !== 'unknown');
	if (known.length === 0) return looksLikeIt;
	return known.some((field) => {
		if (unwrap(field).def.type !== 'string') return false;
		const { ref, itemOf, vocabulary, maxLength } = metaOf(field);
		return maxLength !== undefined || (looksLikeIt && !ref && !itemOf && !vocabulary);
	});
}

/** The keys that lead to a node. */
function pathOf(document: Document, node: Scalar, above: readonly unknown[]): Path {
	const chain = [...above, node];
	const path: PropertyKey[] = [];
	for (const [index, one] of chain.entries()) {
		if (isPair(one)) path.push(isScalar(one.key) ? String(one.key.value) : '');
		else if (one !== document && !isMap(one) && one !== null && typeof one === 'object') {
			const items: unknown = 'items' in one ? one.items : undefined;
			const at = Array.isArray(items) ? items.indexOf(chain[index + 1]) : -1;
			if (at >= 0) path.push(at);
		}
	}
	return path;
}
