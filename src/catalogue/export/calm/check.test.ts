import { expect, test } from 'vitest';
import { checkCalm } from './check.ts';
import type { CalmDocument } from './types.ts';

const control = { description: 'Logs.', requirements: [{ 'requirement-url': 'x', config: {} }] };

/** A sound document, so that each test breaks one thing of it. */
const sound = (): CalmDocument => ({
	$schema: 'https://calm.finos.org/release/1.2/meta/calm.json',
	$id: 'https://catalogue.example/patterns/summary.calm.json',
	title: 'Summary',
	description: 'A text goes in, a shorter one comes out.',
	nodes: [
		{
			'unique-id': 'desk',
			'node-type': 'database',
			name: 'Desk',
			description: 'Holds the text.',
			interfaces: [{ 'unique-id': 'desk.crm' }],
			controls: { logging: control },
			metadata: {},
		},
		{
			'unique-id': 'agent',
			'node-type': 'actor',
			name: 'Agent',
			description: 'Reads it.',
			metadata: {},
		},
	],
	relationships: [
		{
			'unique-id': 'desk--agent',
			description: 'Data flow',
			'relationship-type': { interacts: { actor: 'agent', nodes: ['desk'] } },
			metadata: {},
		},
		{
			'unique-id': 'desk--desk',
			description: 'Data flow',
			'relationship-type': {
				connects: {
					source: { node: 'desk', interfaces: ['desk.crm'] },
					destination: { node: 'desk' },
				},
			},
			metadata: {},
		},
	],
	controls: { playbook: control },
	flows: [
		{
			'unique-id': 'summary.flow.steps',
			name: 'Read',
			description: 'A text goes in.',
			transitions: [
				{
					'relationship-unique-id': 'desk--agent',
					'sequence-number': 1,
					description: 'Read',
					direction: 'destination-to-source',
				},
			],
		},
	],
	metadata: {},
});

/** The document after a change to a copy of it. */
function changed(change: (document: CalmDocument) => void): CalmDocument {
	const document = structuredClone(sound());
	change(document);
	return document;
}

test('a sound document has no problem', () => expect(checkCalm(sound())).toEqual([]));

test.each<[string, (document: CalmDocument) => void, string]>([
	[
		'an id given twice',
		({ nodes, relationships: [first] }) => {
			if (first && nodes[1]) first['unique-id'] = 'agent';
		},
		'the id "agent" is used for more than one thing.',
	],
	[
		'a connection from a node that is not there',
		({ nodes }) => nodes.shift(),
		'relationship "desk--desk" names the node "desk", which is not in the document.',
	],
	[
		'a person who is not there',
		({ nodes }) => nodes.pop(),
		'relationship "desk--agent" names the node "agent", which is not in the document.',
	],
	[
		'an interface that its node does not have',
		({ nodes: [desk] }) => {
			if (desk) desk.interfaces = [];
		},
		'relationship "desk--desk" names the interface "desk.crm", which "desk" does not have.',
	],
	[
		'a flow along a relationship that is not there',
		({ relationships }) => relationships.shift(),
		'flow "summary.flow.steps" uses the relationship "desk--agent", which is not in the document.',
	],
	[
		'a sequence number given twice',
		({ flows: [flow] = [] }) => flow?.transitions.push(...structuredClone(flow.transitions)),
		'flow "summary.flow.steps" has the sequence number 1 more than once.',
	],
	[
		'a control that asks for nothing at a node',
		({ nodes: [desk] }) => {
			if (desk) desk.controls = { logging: { ...control, requirements: [] } };
		},
		'the control "logging" of "desk" has no requirement.',
	],
	[
		'a control that asks for nothing in the document',
		(document) => {
			document.controls = { playbook: { ...control, requirements: [] } };
		},
		'the control "playbook" of the document has no requirement.',
	],
])('%s is told', (_what, change, message) => {
	expect(checkCalm(changed(change))).toContain(message);
});
