/** Work that was done in part is told apart from input that changed nothing. */
import type { INode } from 'n8n-workflow';

import { DuoApiError } from '../../nodes/shared/errors/DuoApiError';
import { InputError } from '../../nodes/shared/errors/InputError';
import { PartialError } from '../../nodes/shared/errors/PartialError';
import { toNodeError } from '../../nodes/shared/errors/toNodeError';

const refused = new DuoApiError('DELETE', '/admin/v1/phones/DP1', 400, {
	code: 40002,
	message: 'Invalid request parameters',
});

test('half-done work is no InputError, which promises that nothing was changed', () => {
	const fault = PartialError.because('The phone was taken from zoe, but not deleted', refused);

	expect(fault).toBeInstanceOf(PartialError);
	expect(fault).not.toBeInstanceOf(InputError);
	expect(fault.hint).toContain('40002 Invalid request parameters');
});

test('it is shown with its message and hint, and with the item', () => {
	const node = { id: '1', name: 'Duo', type: 'duoAdmin' } as INode;
	const circumstances = { node, credentialName: 'Duo Admin API', permissions: [], itemIndex: 3 };
	const shown = toNodeError(PartialError.because('Only 1 of 2 phones was removed', refused), circumstances);

	expect(shown).toMatchObject({
		message: 'Only 1 of 2 phones was removed',
		description: 'The reason: 40002 Invalid request parameters. Look at it in Duo before you run this again.',
		context: { itemIndex: 3 },
	});
});
