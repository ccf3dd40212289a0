import type { Resource } from '../../../shared/engine/operation';

import { addDraftUser } from './addDraftUser';
import { deleteLogo } from './deleteLogo';
import { get } from './get';
import { getCustomMessaging } from './getCustomMessaging';
import { getDraft } from './getDraft';
import { getLogo } from './getLogo';
import { publishDraft } from './publishDraft';
import { removeDraftUser } from './removeDraftUser';
import { update } from './update';
import { updateCustomMessaging } from './updateCustomMessaging';
import { updateDraft } from './updateDraft';
import { updateLogo } from './updateLogo';

export const branding: Resource = {
	name: 'Branding',
	value: 'branding',
	operations: [
		addDraftUser,
		deleteLogo,
		get,
		getCustomMessaging,
		getDraft,
		getLogo,
		publishDraft,
		removeDraftUser,
		update,
		updateCustomMessaging,
		updateDraft,
		updateLogo,
	],
};
