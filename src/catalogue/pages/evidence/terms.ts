/** What it can do without a person, on whose terms the model runs, and what was decided about it. */
import {
	access,
	councilSeat,
	decisionSubject,
	decided as decisions,
	effect as effects,
} from '#schemas/vocabularies.ts';
import type { Pack } from '../../judge/evidence/pack.ts';
import { recordsOf } from '../../judge/records/kept.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { teamOf } from '../../model/team.ts';
import { titleById } from '../../model/title.ts';
import { longDay, shortDay } from '../../words/day.ts';
import { inside, listOf } from '../../words/phrase.ts';
import { type Pair, pairs } from '../blocks.ts';
import type { Section } from '../page.ts';

export function termsSection(pack: Pack, catalogue: Catalogue): Section {
	const { effect } = pack.pattern.data.exposure;
	return {
		id: 'terms',
		title: 'What it can do, and on whose terms',
		answer: `${effects.label(effect)}: ${inside(effects.terms[effect].meaning)}.`,
		blocks: [
			pairs(
				[
					['Access', accessWords(pack, catalogue)],
					['Remaining risk', remainingWords(pack, catalogue)],
					['Checked by a person', checkedWords(pack, catalogue)],
					...supplierPairs(pack, catalogue),
					...differencePairs(pack),
					['Who wrote it', authorWords(pack)],
					['Decided since', decisionWords(pack, catalogue)],
				],
				'facts',
			),
		],
	};
}

/** What it does in each system. */
function accessWords({ subject }: Pack, catalogue: Catalogue): string {
	const all = [...subject.data.connectors].map(
		(use) =>
			`${titleById('connectors', use.connector, catalogue)}: ${inside(access.label(use.access))}`,
	);
	return `${all.join('; ')}.`;
}

/** Who accepted what remains of each risk, and until when; without a name, who signed the pattern with it. */
function remainingWords({ pattern, standing }: Pack, catalogue: Catalogue): string {
	const named = (risks: typeof pattern.data.risks) =>
		listOf(risks.map(({ risk }) => inside(titleById('risks', risk, catalogue))));
	const accepted = pattern.data.risks.flatMap(({ risk, accepted: by }) =>
		by
			? [`${titleById('risks', risk, catalogue)}: accepted by ${by.by} until ${longDay(by.until)}.`]
			: [],
	);
	const others = pattern.data.risks.filter((one) => !one.accepted);
	if (others.length === 0) return accepted.join(' ');
	const { missing, reviewBy } = standing;
	const signed = `The seats that signed approved it with these risks${reviewBy ? `, until ${longDay(reviewBy)}` : ''}.`;
	const rest =
		missing.length === 0
			? `Nobody is named for ${named(others)}. ${signed}`
			: `Missing: who accepts what remains of ${named(others)}. Nobody is named, and these seats have not signed: ${listOf(missing.map((seat) => inside(councilSeat.label(seat))))}.`;
	return [...accepted, rest].join(' ');
}

/** The design says who decides; how many outputs a person really checked is not on record. */
function checkedWords({ subject, pattern }: Pack, catalogue: Catalogue): string {
	const { effect } = pattern.data.exposure;
	const design = `By design, ${inside(effects.terms[effect].meaning)}.`;
	if (subject.collection === 'patterns') return `${design} Each use case says how it went.`;
	const owner = teamOf(subject.data.owner, catalogue).name;
	return `${design} Missing: the share of outputs that a person checked. Ask ${owner}, who can count it in the log.`;
}

/** Who supplies each model, and what the contract says about the data. */
function supplierPairs({ subject }: Pack, catalogue: Catalogue): Pair[] {
	const used =
		subject.collection === 'use-cases'
			? [subject.data.model.model, subject.data.model.fallback]
			: subject.data.models;
	return [...new Set(used)].flatMap((id): Pair[] => {
		const model = id === undefined ? undefined : catalogue.models.get(id)?.data;
		if (!model) return id ? [['Supplier', `Missing: who supplies the model ${id}.`]] : [];
		return [['Supplier', `${model.title}: ${model.supplier}. ${model.dataTerms.join(' ')}`]];
	});
}

/** What a use does otherwise than its pattern. */
function differencePairs({ subject }: Pack): Pair[] {
	if (subject.collection !== 'use-cases') return [];
	const { variations } = subject.data;
	const said = variations.map(({ what, why }) => `${what} ${why}`).join(' ');
	return [['Differs from the pattern', said || 'In nothing, as the team has recorded it.']];
}

/** Whose work was approved; a statement names the authors, and none of them can sign. */
function authorWords({ standing }: Pack): string {
	const authors = [...new Set(standing.approvals.flatMap((approval) => approval.authors))];
	if (authors.length === 0) return 'Missing: no approval names an author.';
	const names = authors.map((author) => author.replace(/\s*<[^>]*>$/, ''));
	return `${listOf(names)}. Nobody can approve what they wrote.`;
}

/** The newest decisions; the files of the pack have all of them. */
const MOST_DECISIONS = 3;

function decisionWords({ subject }: Pack, catalogue: Catalogue): string {
	const all = recordsOf(subject, 'decision', catalogue).map(({ record }) => record);
	if (all.length === 0) return 'No decision is on record.';
	return all
		.sort((a, b) => (a.on < b.on ? 1 : -1))
		.slice(0, MOST_DECISIONS)
		.map(
			({ on, about, decided, because, by }) =>
				`${shortDay(on)}, ${inside(decisionSubject.label(about))}: ${inside(decisions.label(decided))} by ${by}. ${because}`,
		)
		.join(' ');
}
