/** The part of a CALM 1.2 architecture that the catalogue writes; keys are spelled as CALM spells them. */

export interface CalmControl {
	description: string;
	requirements: { 'requirement-url': string; config: Record<string, unknown> }[];
}

/** Controls by id; the same id may stand at several places. */
export type CalmControls = Record<string, CalmControl>;

export interface CalmInterface {
	'unique-id': string;
	[detail: string]: unknown;
}

export interface CalmNode {
	'unique-id': string;
	'node-type': 'actor' | 'service' | 'database';
	name: string;
	description: string;
	interfaces?: CalmInterface[];
	controls?: CalmControls;
	metadata: Record<string, unknown>;
}

/** One end of a connection, with the interfaces it goes through. */
export interface CalmEnd {
	node: string;
	interfaces?: string[];
}

export interface CalmRelationship {
	'unique-id': string;
	description: string;
	'relationship-type':
		| { interacts: { actor: string; nodes: string[] } }
		| { connects: { source: CalmEnd; destination: CalmEnd } };
	controls?: CalmControls;
	metadata: Record<string, unknown>;
}

export interface CalmTransition {
	'relationship-unique-id': string;
	'sequence-number': number;
	description: string;
	direction: 'source-to-destination' | 'destination-to-source';
}

export interface CalmFlow {
	'unique-id': string;
	name: string;
	description: string;
	transitions: CalmTransition[];
}

export interface CalmDocument {
	$schema: string;
	$id: string;
	title: string;
	description: string;
	nodes: CalmNode[];
	relationships: CalmRelationship[];
	controls?: CalmControls;
	flows?: CalmFlow[];
	metadata: Record<string, unknown>;
}
