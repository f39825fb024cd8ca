package io.parley.moderation.contact;

import java.util.List;
import java.util.Set;

/** What kinds of contacts there are, and how each is found. Thread-safe. */
public enum ContactKind {

	/** Telephone numbers: international ones, and national ones in their usual forms. */
	PHONE {
		@Override
		public List<Contact> find(String text) {
			return Phones.find(text, List.of());
		}

		@Override
		public List<Contact> find(String text, List<String> regions) {
			return Phones.find(text, regions);
		}
	},

	/** Mail addresses, spelled-out ones too. */
	EMAIL {
		@Override
		public List<Contact> find(String text) {
			return Emails.find(text);
		}
	},

	/** Numbers of payment cards, by their prefix, length and check digit. */
	CARD {
		@Override
		public List<Contact> find(String text) {
			return Cards.find(text);
		}
	},

	/** International bank account numbers, by their country's form and check digits. */
	ACCOUNT {
		@Override
		public List<Contact> find(String text) {
			return Accounts.find(text);
		}
	},

	/** A street with a house number. */
	ADDRESS {
		@Override
		public List<Contact> find(String text) {
			return StreetAddresses.find(text);
		}
	},

	/** Names in messengers. */
	HANDLE {
		@Override
		public List<Contact> find(String text) {
			return Handles.find(text);
		}
	};

	/** All in the text, in order of position. */
	public abstract List<Contact> find(String text);

	/**
	 * The same where it matters in which countries the text is at home.
	 * @param regions of {@link #phoneRegions}; those that are usual if there are none
	 */
	public List<Contact> find(String text, List<String> regions) {
		return find(text);
	}

	/** The countries whose telephone numbers are known, as ISO 3166 codes. */
	public static Set<String> phoneRegions() {
		return Phones.regions();
	}

}
