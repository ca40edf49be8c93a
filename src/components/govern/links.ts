/** The pages that govern, in the order of their navigation. A page that comes is one line here. */
export const governLinks = [
	{ id: 'portfolio', label: 'Portfolio', path: '/portfolio/' },
	{ id: 'queue', label: 'Review queue', path: '/queue/' },
	{ id: 'use-cases', label: 'Use cases', path: '/use-cases/' },
	{ id: 'outcomes', label: 'Outcomes', path: '/outcomes/' },
	{ id: 'incidents', label: 'Incidents', path: '/incidents/' },
] as const;
export type GovernId = (typeof governLinks)[number]['id'];
