import type { IPollFunctions } from 'n8n-workflow';

import { accountFields } from '../shared/accountsOfRun';
import { ItemParameters } from '../shared/parameters/ItemParameters';
import { triggerFields } from './fields';

/** The trigger's parameters, read with the same care as those of an operation. */
export function parametersOf(n8n: IPollFunctions): ItemParameters {
	const reader = {
		getNodeParameter: (name: string) => n8n.getNodeParameter(name),
		getTimezone: () => n8n.getTimezone(),
	};
	return new ItemParameters(reader, [...accountFields(), ...triggerFields()], 0, n8n.getNode().parameters);
}
