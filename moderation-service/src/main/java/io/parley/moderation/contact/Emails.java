package io.parley.moderation.contact;

import java.util.List;

import io.parley.moderation.text.MailAddresses;

/** Mail addresses. */
final class Emails {

	private Emails() {
	}

	static List<Contact> find(String text) {
		return MailAddresses.find(text)
			.stream()
			.map(mail -> new Contact(mail.start(), mail.end(), mail.address()))
			.toList();
	}

}
