/** The pages that govern, in the order of their navigation. A page that comes is one line here. */
export const governLinks = [
	{ id: 'portfolio', label: 'Portfolio', path: '/portfolio/' },
	{ id: 'coverage', label: 'Coverage', path: '/coverage/' },
	{ id: 'queue', label: 'Review queue', path: '/queue/' },
	{ id: 'use-cases', label: 'Use cases', path: '/use-cases/' },
	{ id: 'outcomes', label: 'Outcomes', path: '/outcomes/' },
	{ id: 'evidence', label: 'Evidence packs', path: '/evidence/' },
	{ id: 'incidents', label: 'Incidents', path: '/incidents/' },
	{ id: 'maturity', label: 'Maturity check', path: '/maturity/' },
] as const;
export type GovernId = (typeof governLinks)[number]['id'];
