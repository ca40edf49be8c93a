/** Reads one policy file of the starter. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SetupError } from '../refusal.ts';
import type { Shape } from './shape.ts';

/**
 * The content of a YAML file under the root, in the shape it must have.
 *
 * @example
 * readPolicy(root, 'policy/limits.yaml', limitsShape).callsPerMinute // => 50
 */
export function readPolicy<T>(root: string, file: string, shape: Shape<T>): T {
	return shape(parseYaml(readText(root, file), file), file);
}

/**
 * The frontmatter of a Markdown file under the root. A runbook can contain numbers that code
 * follows.
 */
export function readFrontmatter<T>(root: string, file: string, shape: Shape<T>): T {
	const [, head = ''] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(readText(root, file)) ?? [];
	return shape(parseYaml(head, file), file);
}

/** The text of a file under the root. */
export function readText(root: string, file: string): string {
	try {
		return readFileSync(join(root, file), 'utf8');
	} catch {
		throw new SetupError(`${file} cannot be read.`, 'Restore it from the starter.');
	}
}

/** YAML as data. If a text does not parse, the message names its file. */
export function parseYaml(source: string, file: string): unknown {
	try {
		return parse(source, { strict: true, uniqueKeys: true });
	} catch (error) {
		const said = error instanceof Error ? error.message.split('\n')[0] : String(error);
		throw new SetupError(`${file} does not parse: ${said}`, 'Fix the line it names.');
	}
}
