package io.parley.moderation.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * No text makes the search for contacts fail, hang or point outside of the text. An
 * ordinary test run repeats the inputs kept beside it; with JAZZER_FUZZ=1 in the
 * environment it looks for new ones.
 */
class ContactFuzz {

	private static final List<String> REGIONS = List.of("DE", "US");

	@FuzzTest(maxDuration = "1h")
	void contacts_stay_inside_any_text(FuzzedDataProvider data) {
		String text = data.consumeRemainingAsString();

		for (ContactKind kind : ContactKind.values()) {
			for (List<String> regions : List.of(List.<String>of(), REGIONS)) {
				List<Contact> contacts = kind.find(text, regions);

				assertThat(contacts).isEqualTo(kind.find(text, regions));
				int before = 0;
				for (Contact contact : contacts) {
					assertThat(contact.start()).isGreaterThanOrEqualTo(before).isLessThan(contact.end());
					assertThat(contact.end()).isLessThanOrEqualTo(text.length());
					assertThat(contact.value()).isNotEmpty();
					before = contact.start();
				}
			}
		}
	}

}
