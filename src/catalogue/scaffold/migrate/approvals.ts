/** Moves approvals.yaml of a pattern to one file for each seat and version, as history of before. */
import { z } from 'zod';
import { type ApprovalFile, statementSchema } from '#schemas/approvals.ts';
import { approvalPath, approvalText } from '../../judge/approval/statement.ts';
import type { SourceFile } from '../../read/files.ts';
import { parseYaml } from '../../read/parse/yaml.ts';
import type { FileMove } from './move.ts';

const { version, digest, seat, date, reviewBy } = statementSchema.shape;

/** The older form: a list in the folder of the pattern, signed by nobody. */
const olderSchema = z.object({
	approvals: z.array(
		z.object({
			version,
			digest,
			seat,
			by: z.string(),
			date,
			reviewBy,
			authors: z.array(z.string()).default([]),
			conditions: z.array(z.string()).default([]),
		}),
	),
	contents: z.record(z.string(), z.record(z.string(), z.string())).default({}),
});
type Older = z.output<typeof olderSchema>;

/** The newest of each seat and version; git keeps the others. They never count: nobody signed them. */
export function moveApprovals(files: readonly SourceFile[]): FileMove[] {
	const paths = new Set(files.map(({ path }) => path));
	return files.flatMap(({ path, text }): FileMove[] => {
		const id = /^patterns\/([^/]+)\/approvals\.yaml$/.exec(path)?.[1];
		const read = id && text !== undefined ? parseYaml(text) : undefined;
		const older = read && 'data' in read ? olderSchema.safeParse(read.data ?? {}).data : undefined;
		if (!id || !older) return [];
		const made = new Map(older.approvals.map((one) => keptAs(id, one, older)));
		const moves = [...made].filter(([file]) => !paths.has(file));
		return [
			...moves.map(([file, kept]) => ({ path: file, text: kept, why: 'an approval of before' })),
			{ path, text: undefined, why: 'its approvals are under content/approvals/' },
		];
	});
}

function keptAs(
	id: string,
	one: Older['approvals'][number],
	{ contents }: Older,
): [string, string] {
	const { by, authors, conditions, ...rest } = one;
	const email = /<([^<>]+)>/.exec(by)?.[1];
	const file: ApprovalFile = {
		statement: {
			format: 1,
			subject: `patterns/${id}`,
			version: rest.version,
			digest: rest.digest,
			reliesOn: {},
			seat: rest.seat,
			member: email ?? 'not recorded',
			name: by.replace(/\s*<.*$/, '') || by,
			date: rest.date,
			reviewBy: rest.reviewBy,
			conditions: conditions.map((text) => ({ text })),
			authors,
		},
		before: true,
		files: contents[rest.digest] ?? {},
	};
	return [approvalPath(file.statement), approvalText(file)];
}
