package io.parley.contract;

/** Whether a thread takes comments. */
public enum ThreadMode {

	/** As ever. */
	OPEN,
	/** One comment of each author in a while. */
	SLOW,
	/** None. */
	CLOSED

}
