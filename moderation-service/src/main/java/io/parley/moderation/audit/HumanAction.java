package io.parley.moderation.audit;

import java.util.Locale;

/** What a person can do that is worth remembering. */
public enum HumanAction {

	SIGNED_IN, SIGNED_OUT, DECIDED, DECIDED_MANY, DECIDED_CAMPAIGN, UNDID, SANCTIONED, MODERATED_THREAD, EXPORTED,
	REBUILT, RESET_CORRECTION;

	/** As the log has it and people read it: {@code decided many}. */
	public String words() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}
