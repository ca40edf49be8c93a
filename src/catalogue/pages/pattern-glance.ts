/** At a glance: eight rows that say where a pattern stands, bad news included. */

import { dataClass } from '#schemas/vocabularies.ts';
import type { Entry } from '../model/catalogue.ts';
import { countOf } from '../words/count.ts';
import { capital, inside, listOf } from '../words/phrase.ts';
import type { ClosureRow } from './pattern-closure.ts';
import type { ConnectorRow } from './pattern-connectors.ts';
import type { Controls } from './pattern-controls.ts';
import type { Evaluation } from './pattern-evaluation.ts';
import type { Metrics } from './pattern-metrics.ts';
import type { UsedBy } from './used-by.ts';

export interface GlanceRow {
	/** Id of the section the row leads to. */
	section: string;
	title: string;
	text: string;
	/** A state, only where there is one to show. */
	mark?: { tone: 'ok' | 'warn' | 'bad' | 'mute'; text: string };
}

/** What the rows are made of: the same facts the sections below show. */
export interface GlanceFacts {
	connectors: readonly ConnectorRow[];
	closure: readonly ClosureRow[];
	controls: Controls;
	evaluation: Evaluation;
	metrics: Metrics;
	usedBy: UsedBy;
}

/** The eight rows of a pattern. */
export function glanceOf({ data }: Entry<'patterns'>, facts: GlanceFacts): GlanceRow[] {
	const { connectors, closure, controls, evaluation, metrics, usedBy } = facts;
	return [
		{ section: 'fit', title: 'Fit', text: data.fit },
		{ section: 'architecture', title: 'Architecture', text: architectureWords(data) },
		{
			section: 'connectors',
			title: 'Connectors',
			text: `${capital(listOf(connectors.map(({ title }) => inside(title))))}. Nothing above ${dataClass.label(data.exposure.data).toLowerCase()}`,
		},
		riskRow(closure),
		{
			section: 'controls',
			title: 'Controls',
			text: controlWords(controls),
			mark: controlMark(controls),
		},
		{
			section: 'evaluation',
			title: 'Evaluation',
			text: evaluation.glance,
			mark: EVALUATION[evaluation.state ?? 'none'],
		},
		{
			section: 'metrics',
			title: 'Metrics',
			text: metrics.answer,
			mark: metricMark(metrics),
		},
		{ section: 'used-by', title: 'Adoption', text: usedBy.answer.replace(/\.$/, '') },
	];
}

function architectureWords({ architecture: { nodes } }: Entry<'patterns'>['data']): string {
	const layers = new Set(nodes.map(({ layer }) => layer)).size;
	const models = nodes.filter(({ kind }) => kind === 'model').length;
	const people = nodes.filter(({ kind }) => kind === 'person').length;
	const parts = [
		`${nodes.length} nodes in ${countOf(layers, 'layer')}`,
		countOf(models, 'model call'),
		countOf(people, 'person', 'people'),
	];
	return parts.join(', ');
}

function riskRow(closure: readonly ClosureRow[]): GlanceRow {
	const of = (state: ClosureRow['state']) => closure.filter((row) => row.state === state).length;
	const [proven, accepted, gaps] = [of('proven'), of('accepted'), of('gap')];
	const parts = [`${proven} with proven controls`];
	if (of('named') > 0) parts.push(`${of('named')} with controls that are not proven yet`);
	if (gaps > 0) parts.push(`${gaps} with a gap`);
	if (accepted > 0) parts.push(`${accepted} accepted`);
	const mark =
		gaps > 0
			? ({ tone: 'warn', text: `${gaps} with a gap` } as const)
			: accepted > 0
				? ({ tone: 'warn', text: `${accepted} accepted` } as const)
				: proven < closure.length
					? ({ tone: 'mute', text: 'Not proven' } as const)
					: ({ tone: 'ok', text: 'Proven' } as const);
	return {
		section: 'risks',
		title: 'Risks',
		text: `${closure.length} listed: ${parts.join(', ')}`,
		mark,
	};
}

function controlWords({ met, required, waived, dated }: Controls): string {
	const parts = [`${met} of ${required} required`];
	if (waived > 0) parts.push(`${waived} waived for a time`);
	parts.push(dated === 0 ? 'none proven yet' : `${dated} proven`);
	return parts.join(', ');
}

function controlMark({ missing, waived, dated, used }: Controls): GlanceRow['mark'] {
	if (missing > 0) return { tone: 'bad', text: `${missing} missing` };
	if (waived > 0) return { tone: 'warn', text: `${waived} waived` };
	if (dated < used) return { tone: 'warn', text: `${used - dated} not proven` };
	return { tone: 'ok', text: 'Proven' };
}

const EVALUATION = {
	met: { tone: 'ok', text: 'Met' },
	'not-met': { tone: 'bad', text: 'Not met' },
	'not-resolved': { tone: 'mute', text: 'Not resolved' },
	none: { tone: 'warn', text: 'Not run' },
} as const;

function metricMark({ off, values }: Metrics): GlanceRow['mark'] {
	if (off > 0) return { tone: 'warn', text: `${off} off target` };
	return values === 0 ? { tone: 'mute', text: 'Not measured' } : undefined;
}
