/** What the pages of some collections say beyond their own fields: where an entry is used, and how. */
import type { CollectionName } from '#schemas/index.ts';
import { tier as tiers } from '#schemas/vocabularies.ts';
import type { Entry } from '../../model/catalogue.ts';
import type { ExportContext } from '../../model/context.ts';
import {
	citingPatterns,
	type PatternRows,
	patternRows,
	patternsMayCite,
} from '../../pages/citing.ts';
import { CONTROL_USE_COLUMNS, controlUses } from '../../pages/control-page.ts';
import { modelEnd } from '../../pages/model-end.ts';
import { requiredFrom, requiredWords } from '../../pages/required-from.ts';
import { answerSentence, answersTo, RISK_USE_COLUMNS, riskUses } from '../../pages/risk-page.ts';
import { MEASURE_COLUMNS, measureRows } from '../../pages/use-case-page.ts';
import {
	CONNECTOR_USE_COLUMNS,
	connectorUses,
	METRIC_USE_COLUMNS,
	MODEL_USE_COLUMNS,
	metricUses,
	modelUses,
	ROLE_USE_COLUMNS,
	roleUses,
} from '../../pages/use-rows.ts';
import { linkTo } from './address.ts';
import type { Facts } from './head.ts';
import { factTable, usesBlock } from './rows.ts';
import { heading, type Inline, type Markdown, type Maybe, md, table } from './write.ts';

/** Facts for the head, and sections after the fields. */
export interface Uses {
	facts: Facts;
	sections: readonly Maybe<Inline>[];
}

type Writer<Name extends CollectionName> = (
	entry: Entry<Name>,
	context: ExportContext,
) => Partial<Uses>;

const own: { [Name in CollectionName]?: Writer<Name> } = {
	controls: (entry, context) => {
		const required = requiredFrom(entry.id, context.catalogue.policy);
		const from = required.tier ? `${tiers.label(required.tier)}. ` : '';
		return {
			facts: [['Required from', `${from}${requiredWords(required)}`]],
			sections: used(CONTROL_USE_COLUMNS, controlUses(entry, context.catalogue), context),
		};
	},
	risks: (entry, context) => ({
		sections: [
			...answers(entry, context),
			...used(RISK_USE_COLUMNS, riskUses(entry, context.catalogue), context),
		],
	}),
	metrics: (entry, context) => ({
		facts: [
			[
				'Carried by',
				context.catalogue.policy.coreMetrics.includes(entry.id)
					? 'Every pattern carries it'
					: 'Where a pattern chooses it',
			],
		],
		sections: used(METRIC_USE_COLUMNS, metricUses(entry, context.catalogue), context),
	}),
	connectors: (entry, context) => ({
		sections: used(CONNECTOR_USE_COLUMNS, connectorUses(entry, context.catalogue), context),
	}),
	models: (entry, context) => {
		const end = modelEnd(entry, context.catalogue);
		return {
			facts: end ? [['Notice', `${end.fact} ${end.text}`]] : [],
			sections: used(MODEL_USE_COLUMNS, modelUses(entry, context.catalogue), context),
		};
	},
	roles: (entry, context) => ({
		sections: used(ROLE_USE_COLUMNS, roleUses(entry, context.catalogue), context),
	}),
	'use-cases': (entry, context) => ({
		sections: [
			heading(2, 'What is measured'),
			factTable(MEASURE_COLUMNS, measureRows(entry, context.catalogue), context),
		],
	}),
};

/** What the page of an entry says beyond its fields. */
export function usesOf(entry: Entry, context: ExportContext): Uses {
	// The table is keyed by collection; the compiler cannot see that the writer fits this very entry.
	const write = own[entry.collection] as Writer<CollectionName> | undefined;
	if (write) return { facts: [], sections: [], ...write(entry, context) };
	if (!patternsMayCite(entry.collection)) return { facts: [], sections: [] };
	const patterns = citingPatterns(entry, context.catalogue);
	const rows = patternRows(patterns, context.catalogue, () => []);
	return { facts: [], sections: used(['Pattern', 'Status', 'Tier'], rows, context) };
}

function used(columns: readonly string[], uses: PatternRows, context: ExportContext) {
	const none = 'No pattern uses it yet.';
	return [
		heading(2, 'Where it is used'),
		uses.total === 0 ? none : usesBlock(columns, uses, context),
	];
}

/** What answers a risk: its controls by what they do, and where there is none. */
function answers(entry: Entry<'risks'>, context: ExportContext): Maybe<string | Markdown>[] {
	const { catalogue } = context;
	const groups = answersTo(entry, catalogue);
	const treated = catalogue.policy.portfolioRisks.find(({ risk }) => risk === entry.id);
	return [
		heading(2, 'What answers it'),
		answerSentence(groups),
		treated && `The council treats it once for all patterns: ${treated.treatedBy}`,
		table(
			['What it does', 'Control', 'Summary', 'Required from'],
			groups.flatMap(({ verb, meaning, type, answers: controls }) =>
				controls.length === 0
					? [[`${verb}. ${meaning}`, `No ${type} control lists this risk.`, '', '']]
					: controls.map((control) => [
							`${verb}. ${meaning}`,
							linkTo(control, context),
							control.summary,
							md`${control.required.tier && `${tiers.label(control.required.tier)}. `}${requiredWords(control.required)}`,
						]),
			),
		),
	];
}
