/** Admin API: users are enrolled by e-mail, or synced from a directory. */
import { invalid, missing, notFound } from '../http/errors';
import { resource, type Call } from '../http/router';
import { fullUser, isEnrolled } from '../model/views';

export const enrollmentRoutes = [
	resource.post('/admin/v1/users/enroll', enroll),
	resource.post('/admin/v1/users/directorysync/:directory/syncuser', syncUser),
];

/** Makes the user if needed, mails the link, and returns its code as bare text. */
function enroll({ account, params }: Call) {
	const username = params.required('username');
	const email = params.required('email');
	params.count('valid_secs');
	const user = account.findUser(username);
	// unconfirmed: how Duo refuses a user who is enrolled already
	if (user && isEnrolled(account, user)) throw invalid('username');
	if (!user) account.addUser({ username, email });
	const code = account.ids.hex(16);
	account.sentEmails.push({ to: email, code });
	return code;
}

function syncUser(call: Call) {
	const { account, params, tenant } = call;
	const username = params.text('username');
	if (!username) throw missing('username');
	// unconfirmed: how Duo refuses an unknown directory or person
	if (!account.directories.get(call.at('directory'))?.has(username)) throw notFound();
	const user = account.findUser(username) ?? account.addUser({ username });
	user.last_directory_sync = tenant.now();
	// unconfirmed: the shape of this answer
	return { message: `Successfully synced user ${username}`, user: fullUser(account, user) };
}
