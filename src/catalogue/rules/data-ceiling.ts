/** No data above a ceiling; the class of the pattern is the highest that passes through it. */
import type { DataClass } from '#schemas/vocabularies.ts';
import { stricterData, takes } from '../judge/data-class.ts';
import type { Rule } from '../model/rule.ts';
import type { Path } from '../model/schema-walk.ts';

export const dataCeiling: Rule = {
	id: 'data-ceiling',
	phase: 'structure',
	severity: 'error',
	summary:
		"Data stays within each connector's and model's ceiling, and the pattern states its highest data class.",
	why: 'A connector or model was cleared for data up to one class. Legal and security have not reviewed it for data above that class.',
	source: 'Domain rule 7, project brief, section 4',
	example: {
		in: 'patterns',
		fails: `connectors:
  - connector: gateway
    access: invoke
    data: restricted
    why: The model reads the whole case.`,
		passes: `connectors:
  - connector: gateway
    access: invoke
    data: internal
    why: The model reads the whole case.`,
	},
	*check({ patterns, connectors, models }) {
		for (const entry of patterns.values()) {
			const { exposure, architecture, connectors: uses, models: aliases } = entry.data;
			const highest: { data: DataClass; path: Path } = {
				data: 'public',
				path: ['exposure', 'data'],
			};
			const raise = (data: DataClass) => {
				highest.data = stricterData(highest.data, data);
			};
			for (const [index, use] of uses.entries()) {
				raise(use.data);
				const ceiling = connectors.get(use.connector)?.data.ceiling;
				if (!ceiling || takes(ceiling, use.data)) continue;
				yield {
					entry,
					path: ['connectors', index, 'data'],
					message: `${use.data} data goes through "${use.connector}", which accepts ${ceiling} data at most.`,
					fix: 'Remove the data above that class, or use a connector that accepts it.',
				};
			}
			for (const { data } of architecture.flows) if (data) raise(data);
			for (const [index, alias] of aliases.entries()) {
				const ceiling = models.get(alias)?.data.ceiling;
				if (!ceiling || takes(ceiling, exposure.data)) continue;
				yield {
					entry,
					path: ['models', index],
					message: `${exposure.data} data can reach the model "${alias}", which accepts ${ceiling} data at most.`,
					fix: 'Choose a model that accepts this class, or use data of a lower class.',
				};
			}
			if (highest.data === exposure.data) continue;
			yield {
				entry,
				path: highest.path,
				message: `exposure.data is ${exposure.data}, but the highest class in connectors and flows is ${highest.data}.`,
				fix: `Write data: ${highest.data}, or correct the connector or flow.`,
			};
		}
	},
};
