/** What went wrong in the example organisation: two incidents are open, one is closed. */
import type { Incident } from '#schemas/incident.ts';
import type { Catalogue } from '../../model/catalogue.ts';

const exempt = (by: string, on: string, because: string) => ({ by, on, because });

/** The incidents, with the versions that ran. */
export function incidentsFor(catalogue: Catalogue): Record<string, Incident> {
	const ran = (use: string) => {
		const data = catalogue['use-cases'].get(use)?.data;
		return { version: data?.version ?? '', pattern: data?.builtOn.version ?? '' };
	};
	const all: Record<string, Incident> = {
		'urgent-cases-filed-as-routine': {
			title: 'Urgent cases were filed as routine',
			summary:
				'A form changed one word, and 42 urgent cases from business customers waited in the routine queue for up to 17 hours. Nobody was hurt.',
			example: true,
			number: 'INC-2026-002',
			owner: 'customer-operations',
			severity: 'sev-2',
			use: 'business-accounts-triage',
			ran: ran('business-accounts-triage'),
			responds: 'Service Desk Duty Manager',
			started: {
				at: '2026-11-24T16:20Z',
				by: 'Trace store',
				what: 'A product update changed the word "leak" to "escape" in the fault form.',
			},
			noticed: {
				at: '2026-11-25T09:10Z',
				by: 'Dispatcher, through the feedback channel',
				what: 'A dispatcher saw three gas escapes in the routine queue and pressed Report.',
			},
			known: {
				at: '2026-11-25T09:25Z',
				by: 'Service Desk Duty Manager',
				what: 'The duty manager confirmed that the model had set the priority.',
			},
			contained: {
				at: '2026-11-25T10:00Z',
				by: 'Service Desk Duty Manager',
				what: 'It was switched off for cases with a safety word. People sort those cases.',
			},
			putRight: {
				at: '2026-11-25T15:30Z',
				by: 'Dispatch team',
				what: 'All 42 cases were sorted again. The longest had waited 17 hours.',
			},
			risks: ['hallucination', 'over-reliance'],
			affected: { cases: 42, people: 39 },
			controls: [
				{
					control: 'drift-monitoring',
					result: 'failed',
					why: 'It looks once a month. The word had changed 17 hours before.',
				},
				{
					control: 'feedback-channel',
					result: 'held',
					why: 'The report of the dispatcher reached the duty manager in 15 minutes.',
				},
				{
					control: 'incident-playbook',
					result: 'held',
					why: 'Contained 50 minutes after it was noticed. The playbook allows 60.',
				},
				{
					control: 'human-override',
					result: 'held',
					why: 'All 42 cases could be sorted again by hand.',
				},
			],
			causes: [
				'The prompt lists words for an emergency, and "escape" was not one of them.',
				'Nothing checks that a case with a safety word has the highest priority.',
				'The team that owns the form did not know that a model reads it.',
			],
			goldenCase: {
				prompt: 'triage-classify',
				text: 'theres a gas escape in the basmnt, smells awful, can someone come asap?? tenants r still inside',
				expect: { priority: 1 },
			},
			actions: [
				{
					what: 'Add 30 test cases with other words for an emergency.',
					who: 'Service Quality Lead',
					by: '2026-12-11',
				},
				{
					what: 'Look at the input mix every day instead of every month.',
					who: 'AI Platform Engineering',
					by: '2026-12-18',
				},
				{
					what: 'Ask the team that owns the form to announce changes of wording.',
					who: 'Head of Business Customer Care',
					by: '2026-11-27',
					done: '2026-11-27',
				},
			],
			duties: [
				{
					duty: 'operational-risk',
					done: '2026-11-26T11:00Z',
					source: 'Incident register, entry INC-2026-002',
				},
				{
					duty: 'council',
					done: '2026-11-27T13:30Z',
					source: 'Agenda of the council of 3 December 2026, item 2',
				},
				{
					duty: 'eu-serious-incident',
					doesNotApply: exempt(
						'Legal and Compliance',
						'2026-11-26',
						'The use is not a high-risk system under Annex III.',
					),
				},
				{
					duty: 'gdpr-breach',
					doesNotApply: exempt(
						'Data Office',
						'2026-11-25',
						'No personal data was disclosed or lost.',
					),
				},
			],
		},
		'replaced-procedure-was-quoted': {
			title: 'Answers quoted a procedure that had been replaced',
			summary:
				'For six working days, 58 answers to branch staff quoted the old limit for cash deposits. The answers are paused.',
			example: true,
			number: 'INC-2026-003',
			owner: 'knowledge-management',
			severity: 'sev-3',
			use: 'branch-procedure-summaries',
			ran: ran('branch-procedure-summaries'),
			responds: 'Knowledge Base Editor',
			started: {
				at: '2026-11-16T07:00Z',
				by: 'Knowledge base',
				what: 'A new procedure was published, and the old one was not archived.',
			},
			noticed: {
				at: '2026-11-23T14:10Z',
				by: 'Branch manager',
				what: 'A branch manager saw two answers with different limits on one day.',
			},
			known: {
				at: '2026-11-23T15:00Z',
				by: 'Knowledge Base Editor',
				what: 'The editor found both procedures among the sources of the answers.',
			},
			contained: {
				at: '2026-11-23T15:20Z',
				by: 'Knowledge Base Editor',
				what: 'The answer box was turned off. Staff search the knowledge base as before.',
			},
			putRight: {
				at: '2026-11-24T16:00Z',
				by: 'Knowledge Management',
				what: 'The 58 readers were told of the new limit. No deposit had to be reversed.',
			},
			risks: ['hallucination', 'over-reliance'],
			affected: { cases: 58, people: 41 },
			controls: [
				{
					control: 'grounding-citations',
					result: 'held',
					why: 'Each answer named its source, so that the 58 could be found in an hour.',
				},
				{
					control: 'source-permissions',
					result: 'failed',
					why: 'It checks who may read a source. Nothing checks if the source still applies.',
				},
			],
			causes: [
				'Archiving a replaced procedure is a step that an editor can forget.',
				'The oldest of two sources about one subject is not left out.',
			],
			goldenCase: {
				prompt: 'summarise-with-sources',
				text: 'whats the max cash deposit without ID now? two pages say differnt things',
				expect: { decision: 'partial' },
			},
			actions: [
				{
					what: 'Archive the old procedure when a new one is published, without a manual step.',
					who: 'Knowledge Management',
					by: '2026-12-18',
				},
				{
					what: 'Add ten test cases with two sources that contradict each other.',
					who: 'Knowledge Base Editor',
					by: '2026-12-11',
				},
			],
			duties: [
				{
					duty: 'gdpr-breach',
					doesNotApply: exempt(
						'Data Office',
						'2026-11-24',
						'The procedures contain no personal data.',
					),
				},
			],
		},
		'new-product-name-confused-sorting': {
			title: 'A new product name confused the sorting',
			summary:
				'A product was renamed overnight, and 310 consumer cases went to the wrong queue until the list of products was updated.',
			example: true,
			number: 'INC-2026-001',
			owner: 'service-operations',
			severity: 'sev-3',
			use: 'consumer-service-desk-triage',
			ran: ran('consumer-service-desk-triage'),
			responds: 'Service Desk Duty Manager',
			started: {
				at: '2026-09-14T06:00Z',
				by: 'Trace store',
				what: 'The new product name appeared in the first cases of the day.',
			},
			noticed: {
				at: '2026-09-14T08:20Z',
				by: 'Service agent',
				what: 'An agent saw that the returns queue had twice its usual length.',
			},
			known: {
				at: '2026-09-14T09:00Z',
				by: 'Service Quality Lead',
				what: 'The quality lead found the old product name in the prompt.',
			},
			contained: {
				at: '2026-09-14T10:30Z',
				by: 'Service Desk Duty Manager',
				what: 'The new name was added to the list of products.',
			},
			putRight: {
				at: '2026-09-14T14:00Z',
				by: 'Service agents',
				what: 'All 310 cases were in the right queue.',
			},
			closed: {
				at: '2026-09-28T09:00Z',
				by: 'Service Quality Lead',
				what: 'The list of products is now read from the CRM every hour.',
			},
			risks: ['hallucination'],
			affected: { cases: 310, people: 298 },
			controls: [
				{
					control: 'human-override',
					result: 'held',
					why: 'Agents moved every case to the right queue in one step.',
				},
				{
					control: 'evaluation-harness',
					result: 'failed',
					why: 'No test case had a product name that is not in the list.',
				},
			],
			causes: ['The list of products in the prompt was updated once a week, by hand.'],
			goldenCase: {
				prompt: 'triage-classify',
				text: 'my Homebox Plus keeps dropping the wifi since this morning, it was fine yesterday',
				expect: { priority: 3 },
			},
			actions: [
				{
					what: 'Read the list of products from the CRM every hour.',
					who: 'AI Platform Engineering',
					by: '2026-09-25',
					done: '2026-09-25',
				},
			],
			duties: [
				{
					duty: 'gdpr-breach',
					doesNotApply: exempt(
						'Data Office',
						'2026-09-14',
						'No personal data was disclosed or lost.',
					),
				},
			],
		},
	};
	return Object.fromEntries(
		Object.entries(all).filter(([, { use }]) => catalogue['use-cases'].has(use)),
	);
}
