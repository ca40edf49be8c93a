/** What a seat is about to sign: the content as it is now, and all that it relies on. */
import type { Statement } from '#schemas/approvals.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { lastDayOf } from './given.ts';
import { reliesOn } from './relies-on.ts';
import type { Subject } from './subject.ts';

/** The statement, with the last day that the policy allows. */
export function newStatement(
	subject: Subject,
	catalogue: Catalogue,
	date: string,
	said: Pick<Statement, 'seat' | 'member' | 'name' | 'conditions' | 'authors'>,
): Statement {
	const { name, version, digest, tier } = subject;
	const { seat, member, name: signer, conditions, authors } = said;
	return {
		format: 1,
		subject: name,
		version,
		digest,
		...(tier && { tier }),
		reliesOn: reliesOn(subject, catalogue),
		...{ seat, member, name: signer, date },
		reviewBy: lastDayOf({ date, tier }, subject, catalogue),
		...{ conditions, authors },
	};
}
