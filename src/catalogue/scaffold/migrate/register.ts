/** Moves the upkeep of a pattern out of pattern.mdx into its register. */
import { upkeep } from '#schemas/register.ts';
import type { SourceFile } from '../../read/files.ts';
import { splitFrontmatter } from '../../read/parse/frontmatter.ts';
import { REGISTER_HEAD } from '../head.ts';
import type { FileMove } from './move.ts';
import { cutKeys } from './top-keys.ts';

const KEYS = Object.keys(upkeep);

/** One change for each pattern that still holds its upkeep; none where it is moved already. */
export function splitRegisters(files: readonly SourceFile[]): FileMove[] {
	const paths = new Set(files.map(({ path }) => path));
	return files.flatMap(({ path, text }): FileMove[] => {
		const folder = /^(patterns\/[^/]+\/)pattern\.mdx$/.exec(path)?.[1];
		const register = `${folder}register.yaml`;
		const parts = text === undefined || !folder ? undefined : splitFrontmatter(text);
		if (!parts || text === undefined || paths.has(register)) return [];
		const cut = cutKeys(parts.yaml, new Set(KEYS));
		if (!cut || cut.taken.size === 0) return [];
		const lines = KEYS.flatMap((key) => cut.taken.get(key) ?? []);
		const head = text.slice(0, text.indexOf(parts.yaml));
		const tail = text.slice(head.length + parts.yaml.length);
		return [
			{ path, text: head + cut.rest + tail, why: 'without its upkeep' },
			{ path: register, text: REGISTER_HEAD + lines.join(''), why: 'the upkeep of the pattern' },
		];
	});
}
