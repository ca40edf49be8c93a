/** Adds a record to the text of a file; what is there already stays byte for byte. */
import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { type CatalogueRecord, type RecordFile, recordFileSchema } from '#schemas/record.ts';
import { parseYaml } from '../read/parse/yaml.ts';

const HEAD =
	'# Written by `npm run record`. You can only add records. Never change or remove one.\n';

/** The whole text of a new file. */
export function recordFileText(file: RecordFile): string {
	return HEAD + stringify(file, { aliasDuplicateObjects: false, lineWidth: 0 });
}

/**
 * The text with one more record at its end. Undefined where the file has another form than this
 * command writes, so that nothing is guessed: the result is read again and compared.
 */
export function withRecord(
	text: string | undefined,
	record: CatalogueRecord,
	example: boolean,
): string | undefined {
	const mark = example ? { example: true as const } : {};
	if (text === undefined) return recordFileText({ ...mark, records: [record] });
	const before = read(text);
	if (!before) return undefined;
	const item = stringify([record], { aliasDuplicateObjects: false, lineWidth: 0 });
	const lines = item
		.trimEnd()
		.split('\n')
		.map((line) => (line ? `  ${line}` : line));
	const after = `${text.trimEnd()}\n${lines.join('\n')}\n`;
	const whole = read(after);
	const expected = { ...before, records: [...before.records, record] };
	return whole && isDeepStrictEqual(whole, expected) ? after : undefined;
}

function read(text: string): RecordFile | undefined {
	const { data } = { data: undefined, ...parseYaml(text) };
	return recordFileSchema.safeParse(data).data;
}
