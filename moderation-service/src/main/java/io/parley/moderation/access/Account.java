package io.parley.moderation.access;

/**
 * Somebody with a password, as the service knows them.
 *
 * @param name as decisions tell it
 * @param hash of the password
 * @param version grows with every change of the account
 */
record Account(String name, Role role, String hash, int version) {

	/** Without the hash, so that no log has it. */
	@Override
	public String toString() {
		return "Account[" + name + ", " + role + ", version " + version + "]";
	}

}
