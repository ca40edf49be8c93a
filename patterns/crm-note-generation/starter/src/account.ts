/** Node account: what the prompts need from the record, and never the text of an earlier note. */
import { type Connector, ConnectorDown } from './connectors/connector.ts';
import { ownerOf, type Request } from './intake.ts';
import { fields, list, text } from './policy/shape.ts';
import { Refusal } from './refusal.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';

const accountShape = fields({
	name: text,
	/**
	 * The account number that customers use. The number of another account must not reach this note.
	 */
	number: text,
	openOpportunities: list(fields({ id: text, name: text })),
	outcomes: list(text),
});
export type Account = ReturnType<typeof accountShape>;
const NAMES = ['name', 'number', 'openOpportunities', 'outcomes'];

/**
 * Reads the account the owner picked. @throws Refusal if the CRM is down, because a note needs a
 * record.
 */
export const accountReader =
	(services: Services, crm: Connector) =>
	async (run: Run, { owner, account }: Request): Promise<Account> => {
		run.at('account');
		try {
			const read = await crm.read(account, NAMES, ownerOf(services, owner, run.trace));
			const found = accountShape(read, account);
			run.done(`Open opportunities: ${found.openOpportunities.length}. No earlier note is read.`);
			return found;
		} catch (error) {
			throw error instanceof ConnectorDown ? crmDown() : error;
		}
	};

export const crmDown = () =>
	new Refusal(undefined, 'crm-down', 'The CRM does not answer, so nothing is changed there.');
