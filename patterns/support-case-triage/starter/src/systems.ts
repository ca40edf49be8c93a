/** The systems behind the pattern. Here both are stand-ins in memory with invented records. */
import { type MemoryConnector, memoryConnector } from './connectors/memory-connector.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, record, type Shape } from './policy/shape.ts';
import type { Services } from './services.ts';

const anything: Shape<unknown> = (value) => value;
const records = record(record(anything));

export interface StandIns {
	desk: MemoryConnector;
	crm: MemoryConnector;
	/** Case ids, with the title that each has in the example. */
	cases: readonly { id: string; title: string }[];
}

/** Replace these with connectors to your service desk and CRM. The workflow stays as it is. */
export function openStandIns({ root, access, logTouch: log }: Services): StandIns {
	const { cases } = readPolicy(root, 'example/cases.yaml', fields({ cases: records }));
	const { customers } = readPolicy(root, 'example/customers.yaml', fields({ customers: records }));
	return {
		desk: memoryConnector({ name: 'service-desk', records: cases, access, log }),
		crm: memoryConnector({ name: 'crm', records: customers, access, log }),
		cases: Object.entries(cases).map(([id, { title }]) => ({ id, title: String(title) })),
	};
}
