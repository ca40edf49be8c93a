/** All facts of a pattern page in one object, each computed once and shown in several places. */
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { agentOf } from './pattern-agent.ts';
import { closureOf, portfolioRisks } from './pattern-closure.ts';
import { commonLog, connectorsOf } from './pattern-connectors.ts';
import { controlsOf } from './pattern-controls.ts';
import { evaluationOf } from './pattern-evaluation.ts';
import { headOf } from './pattern-head.ts';
import { metricsOf } from './pattern-metrics.ts';
import { promptsOf } from './pattern-prompts.ts';
import { gatesOf, relatedOf } from './pattern-record.ts';
import { usedBy } from './used-by.ts';

/** The facts of the page of a pattern. */
export async function patternFacts(pattern: Entry<'patterns'>, catalogue: Catalogue) {
	return {
		connectors: connectorsOf(pattern, catalogue),
		closure: closureOf(pattern, catalogue),
		controls: controlsOf(pattern, catalogue),
		evaluation: evaluationOf(pattern, catalogue),
		metrics: metricsOf(pattern, catalogue),
		usedBy: usedBy(pattern, catalogue),
		commonLog: commonLog(pattern, catalogue),
		agent: agentOf(pattern, catalogue),
		head: headOf(pattern, catalogue),
		prompts: await promptsOf(pattern, catalogue),
		portfolio: portfolioRisks(catalogue),
		gates: gatesOf(pattern, catalogue),
		related: relatedOf(pattern, catalogue),
	};
}
export type PatternFacts = Awaited<ReturnType<typeof patternFacts>>;
