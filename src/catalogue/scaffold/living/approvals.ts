/** Approvals of the example, signed again with keys that everyone has. */
import type { z } from 'zod';
import { approvalSchema, type Statement } from '#schemas/approvals.ts';
import type { CouncilSeat } from '#schemas/vocabularies.ts';
import { patternContents } from '../../judge/approval/digest.ts';
import { newStatement } from '../../judge/approval/new-statement.ts';
import { partsOf } from '../../judge/approval/relies-on.ts';
import {
	approvalPath,
	approvalText,
	NAMESPACE,
	signedText,
} from '../../judge/approval/statement.ts';
import { type Subject, subjectNamed } from '../../judge/approval/subject.ts';
import { exampleMembers } from '../../judge/signature/example-keys.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { isOf } from '../../model/is-of.ts';
import { dataIn, type Texts } from './texts.ts';

/** Kinds whose entries the council signs because an approved pattern uses them. */
const isPart = (name: string) => /^(?:controls|connectors|models)\//.test(name);

/**
 * What was signed, for the content as it is today. Versions before stay as they were signed. Every
 * part of an approved pattern is signed, and a part that none uses any more is not. A file that
 * cannot be read, or that was never signed, stays: the checks say what is wrong with it.
 */
export function approvalsToday(files: Texts, catalogue: Catalogue): Texts {
	const read = [...files].map(([path, text]) => ({
		path,
		text,
		data: dataIn(approvalSchema, text),
	}));
	const given = read.flatMap(({ data }) => (data && !data.before ? [data] : []));
	const about = Map.groupBy(given, ({ statement }) => statement.subject);
	const whole = [...about.keys()].filter((name) => !isPart(name));
	const patterns = whole.flatMap((name) => {
		const entry = subjectNamed(name, catalogue)?.entry;
		return entry && isOf('patterns', entry) ? [entry] : [];
	});
	const parts = new Set(patterns.flatMap((pattern) => partsOf(pattern, catalogue)));
	const ofParts = given.filter(({ statement }) => isPart(statement.subject));
	const firstOfParts = firstDay(ofParts) ?? firstDay(given);
	return new Map([
		...read.flatMap(({ path, text, data }) =>
			data && !data.before ? [] : [[path, text] as const],
		),
		...[...parts, ...whole].flatMap((name) => {
			const subject = subjectNamed(name, catalogue);
			if (!subject) return [];
			const [now, before] = byVersion(about.get(name) ?? [], subject.version);
			const first = firstDay(now) ?? firstOfParts;
			return [
				...before.map(({ statement, files }) => signed(statement, files)),
				...seatsOf(subject, now).flatMap((seat) => {
					const known = now.find(({ statement }) => statement.seat === seat)?.statement;
					const date = known?.date ?? first;
					return date ? signedToday(subject, catalogue, { ...known, seat, date }) : [];
				}),
			];
		}),
	]);
}

type Given = z.input<typeof approvalSchema>;

const firstDay = (given: readonly Given[]) =>
	given.map(({ statement }) => statement.date).sort()[0];

/** Approvals of the version of today, or of the last one where the version is new; and the others. */
function byVersion(given: readonly Given[], today: string): [Given[], Given[]] {
	const last = given.toSorted((a, b) => compare(a.statement.date, b.statement.date)).at(-1);
	const isToday = given.some(({ statement }) => statement.version === today);
	const version = isToday ? today : last?.statement.version;
	const is = ({ statement }: Given) => statement.version === version;
	return [given.filter(is), given.filter((one) => !is(one))];
}

/** A pilot can wait for seats that have not signed yet; for everything else all have. */
function seatsOf({ entry, seats }: Subject, now: readonly Given[]): readonly CouncilSeat[] {
	const isPilot = isOf('use-cases', entry) && entry.data.state === 'pilot';
	return isPilot ? now.map(({ statement }) => statement.seat) : seats;
}

function signedToday(
	subject: Subject,
	catalogue: Catalogue,
	{
		seat,
		date,
		conditions = [],
		authors = AUTHORS,
	}: Pick<Statement, 'seat' | 'date'> & Partial<Statement>,
): [string, string][] {
	const member = memberOf(seat)?.member;
	if (!member) return [];
	const said = { seat, member: member.email, name: member.name, conditions, authors };
	const statement = newStatement(subject, catalogue, date, said);
	return [
		signed(
			statement,
			isOf('patterns', subject.entry) ? patternContents(subject.entry, catalogue) : {},
		),
	];
}

const AUTHORS = ['Example author <author@organisation.example>'];

const memberOf = (of: CouncilSeat) => exampleMembers.find(({ seat }) => seat === of);

/** The file of an approval, by its path. */
function signed(statement: Statement, files: Given['files'] = {}): [string, string] {
	const signature = memberOf(statement.seat)?.sign(signedText(statement), NAMESPACE);
	return [approvalPath(statement), approvalText({ example: true, statement, signature, files })];
}
