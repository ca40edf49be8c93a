/** A use keeps its data only in countries that its model and its connectors name. */
import { countryName } from '#schemas/countries.ts';
import type { Place } from '../judge/use/places.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';

export const countriesAgree: Rule = {
	id: 'countries-agree',
	phase: 'policy',
	severity: 'error',
	summary: 'A use case names only countries that its model or connector names, where it names any.',
	why: 'If two entries name different countries, nobody can say where the data is.',
	source: 'Our own rule',
	example: {
		in: 'use-cases',
		given: [{ in: 'connectors', data: 'countries: [DE, IE]' }],
		fails: `connectors:
  - connector: gateway
    access: invoke
    data: internal
    countries: [DE, FR]`,
		passes: `connectors:
  - connector: gateway
    access: invoke
    data: internal
    countries: [DE]`,
	},
	*check({ 'use-cases': useCases, models, connectors }) {
		for (const entry of useCases.values()) {
			const { model, connectors: uses } = entry.data;
			yield* outside(entry, ['model', 'countries'], model.countries, models.get(model.model));
			const fallback = model.fallback ? models.get(model.fallback) : undefined;
			yield* outside(entry, ['model', 'fallbackCountries'], model.fallbackCountries, fallback);
			for (const [index, { connector, countries }] of uses.entries()) {
				const path = ['connectors', index, 'countries'];
				yield* outside(entry, path, countries, connectors.get(connector));
			}
		}
	},
};

function* outside(
	entry: Entry<'use-cases'>,
	path: (string | number)[],
	here: readonly string[] | undefined,
	of: Place['entry'] | undefined,
): Generator<Problem> {
	const named = of?.data.countries;
	if (!of || !named) return;
	for (const [index, code] of (here ?? []).entries()) {
		if (named.includes(code)) continue;
		const message = `"${of.id}" does not keep data in ${countryName(code)} (${code}); it names ${named.join(', ')}.`;
		const fix = `Remove ${code}, or add it to \`countries\` of ${of.file}.`;
		yield { entry, path: [...path, index], message, fix };
	}
}
