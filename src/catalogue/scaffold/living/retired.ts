/** A use that was stopped because of what it measured. Its entry and its records stay. */
import type { UseCase } from '#schemas/use-case.ts';
import type { Given } from '../complete.ts';

export const retired = {
	'project-meeting-notes': {
		title: 'Project meeting notes',
		summary:
			'Drafted the actions of about 140 project meetings a month. Stopped on 18 September 2026: organisers rewrote half of them.',
		aliases: ['meeting notes'],
		status: 'proposed',
		version: '1.0.0',
		reviewed: '2026-09-18',
		example: true,
		pattern: 'meeting-actions',
		owner: 'workplace-services',
		outcome: 'routine-paperwork',
		tier: 'medium',
		data: 'confidential',
		personalData: 'ordinary',
		businessOwner: 'Head of Project Office',
		state: 'retired',
		stage: 'pilot',
		stages: [{ stage: 'pilot', entered: '2026-06-15' }],
		pilot: {
			exit: [
				'Organisers change at most a quarter of the drafted actions.',
				'At least 40 hours a month are saved in the project office.',
			],
			ends: '2026-09-18',
		},
		sources: [
			{
				system: 'Email, calendar and chat',
				direction: 'reads',
				data: 'confidential',
				personalData: 'ordinary',
				fields: ['transcript', 'agenda', 'names of those invited'],
				keptFor: 'Not kept',
				dataOwner: 'Head of Workplace Services',
				classifiedOn: '2026-06-08',
			},
		],
		model: { model: 'general-chat', fallback: 'local-private' },
		connectors: [
			{ connector: 'mail-collab', access: 'read', data: 'confidential' },
			{ connector: 'model-gateway', access: 'invoke', data: 'confidential' },
		],
		switchOff: {
			who: 'Workplace Duty Manager',
			how: 'Turn off the task "draft actions" in the workflow engine.',
		},
		measures: [
			{
				metric: 'hours-reclaimed',
				headline: true,
				target: { from: 40, to: 80 },
				scale: { from: 0, to: 600 },
				owner: 'Head of Project Office',
				source: 'Timed samples of the project office',
			},
			{
				metric: 'override-rate',
				target: { from: 8, to: 25 },
				owner: 'Head of Project Office',
				source: 'Drafted actions that the organiser changed',
			},
		],
		changes: [
			{
				version: '1.0.0',
				date: '2026-06-12',
				impact: 'minor',
				summary: 'First version, for meetings of the project office.',
			},
		],
	},
} as const satisfies Readonly<Record<string, Given<UseCase>>>;
