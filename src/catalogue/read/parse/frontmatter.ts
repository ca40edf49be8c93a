/** Splits a file into frontmatter and body, strictly, so that no reader can split it otherwise. */

export interface Split {
	/** The YAML between the fences. */
	yaml: string;
	/** Line of the file on which the YAML starts. */
	yamlLine: number;
	body: string;
	/** Line of the file on which the body starts. */
	bodyLine: number;
}

const FENCED = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** The two parts, or undefined when the file does not start with a closed `---` block. */
export function splitFrontmatter(text: string): Split | undefined {
	const match = FENCED.exec(text);
	if (match?.index !== 0) return undefined;
	const yaml = match[1] ?? '';
	return {
		yaml,
		yamlLine: 2,
		body: text.slice(match[0].length),
		bodyLine: match[0].split('\n').length,
	};
}
