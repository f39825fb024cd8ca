package io.parley.contract;

/** An event that concerns one author of one site. */
public sealed interface AuthorEvent extends Event permits PlatformEvent, Review, AuthorSanctioned, Decision {

	/** The site (tenant) that the event belongs to. */
	String site();

	/** The record key: it keeps what concerns one author in order. */
	String authorKey();

}
