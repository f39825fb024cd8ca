package io.parley.moderation.contact;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContactTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			give her a call: +1 202 555 0100, today | +1 202 555 0100     | +12025550100
			(202) 555-0100 is the number            | (202) 555-0100      | +12025550100
			1-800-273-8255                          | 1-800-273-8255      | +18002738255
			his cell is 2025550100                  | 2025550100          | +12025550100
			+49 (0)30 901820                        | +49 (0)30 901820    | +4930901820
			ruf an: 030 901820                      | 030 901820          | +4930901820
			0049 30 901820                          | 0049 30 901820      | +4930901820
			+44 20 7946 0018                        | +44 20 7946 0018    | +442079460018
			020 7219 3000                           | 020 7219 3000       | +442072193000
			tél. 01 42 34 20 00                     | 01 42 34 20 00      | +33142342000
			8 (495) 697-70-00                       | 8 (495) 697-70-00   | +74956977000
			звоните 84956977000                     | 84956977000         | +74956977000
			＋１ ２０２ ５５５ ０１００                     | ＋１ ２０２ ５５５ ０１００ | +12025550100
			我的电话：13800138000谢谢                  | 13800138000         | +8613800138000
			zadzwoń 22 694 25 00                    | 22 694 25 00        | +48226942500
			""")
	void telephone_numbers_are_found(String text, String written, String value) {
		assertThat(ContactKind.PHONE.find(text)).singleElement().satisfies(phone -> {
			assertThat(text.substring(phone.start(), phone.end())).isEqualTo(written);
			assertThat(phone.value()).isEqualTo(value);
		});
	}

	@ParameterizedTest
	@CsvSource({ "DE, 01712345678, +491712345678", "DE, 030 901820, +4930901820", "PL, 22 694 25 00, +48226942500",
			"US, 202 555 0143, +12025550143", "US, 030 901820,", "DE, 22 694 25 00 ab 1991,",
			"DE, am 24.02.2022 10:30,", "AT, +49 30 901820, +4930901820" })
	void numbers_without_a_country_are_those_of_the_regions(String region, String text, String value) {
		assertThat(ContactKind.PHONE.find(text, List.of(region))).extracting(Contact::value)
			.isEqualTo((value == null) ? List.of() : List.of(value));
	}

	@ParameterizedTest
	@ValueSource(strings = { "from 1991 to 1995, and 1939-1945", "1914-1918, 1939-1945",
			"24.02.2022 and 2022-02-24 05:00", "01.02.2026 10 30 25", "2 000 000 dead, 450 000 wounded",
			"1,234,567,890 dollars", "4 500 000 000 euros", "$2025550100", "202 555 0100%", "0.123456789 of them",
			"3.14159265358", "ISBN 978-3-16-148410-0", "192.168.100.200", "order 12345678901234567890123",
			"IL-76 2024 300 500", "Number 1234567 of 7654321", "+5000 tanks, +100 000 000 people", "a1234567890",
			"#2025550100", "call 112 or 911", "2023/2024, 2024/2025", "1234567890123456789012345678901234567890",
			"he was born 12-05-1980 at 10-30" })
	void years_dates_amounts_and_casualties_are_no_telephone_numbers(String text) {
		assertThat(ContactKind.PHONE.find(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			write to Jo.Doe@Example.ORG!                       | jo.doe@example.org
			jo (at) example (dot) com                          | jo@example.com
			jo[at]example[.]com                                | jo@example.com
			mail jo at example dot co dot uk                   | jo@example.co.uk
			jo＠example.com                                     | jo@example.com
			""")
	void mail_addresses_are_found_however_they_are_written(String text, String address) {
		assertThat(ContactKind.EMAIL.find(text)).extracting(Contact::value).containsExactly(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "@kim you are right", "look at example dot com", "We met (at) home", "me@home",
			"5 @ 3.5 each" })
	void other_words_are_no_mail_addresses(String text) {
		assertThat(ContactKind.EMAIL.find(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			send it to 4111 1111 1111 1111 please | Visa … 1111
			5555-5555-5555-4444                   | Mastercard … 4444
			2223003122003222                      | Mastercard … 3222
			3782 822463 10005                     | American Express … 0005
			карта 2200 0000 0000 0053             | Mir … 0053
			""")
	void payment_cards_are_found_and_not_told_in_full(String text, String value) {
		assertThat(ContactKind.CARD.find(text)).extracting(Contact::value).containsExactly(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "4111 1111 1111 1112", "0000 0000 0000 0000", "1234567812345670", "+4111111111111111",
			"4111 1111 1111 1111 1111 1111", "4,111,111,111,111,111" })
	void other_long_numbers_are_no_cards(String text) {
		assertThat(ContactKind.CARD.find(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			IBAN: DE89 3704 0044 0532 0130 00, thanks  | DE … 3000 | DE89 3704 0044 0532 0130 00
			gb82west12345698765432                     | GB … 5432 | gb82west12345698765432
			FR14 2004 1010 0505 0001 3M02 606 or cash  | FR … 2606 | FR14 2004 1010 0505 0001 3M02 606
			""")
	void bank_accounts_are_found_and_not_told_in_full(String text, String value, String written) {
		assertThat(ContactKind.ACCOUNT.find(text)).singleElement().satisfies(account -> {
			assertThat(account.value()).isEqualTo(value);
			assertThat(text.substring(account.start(), account.end())).isEqualTo(written);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "DE89 3704 0044 0532 0130 01", "MI17 helicopters and SU34 jets 2023 2024",
			"XX82 WEST 1234 5698 7654 32", "xDE89370400440532013000" })
	void other_codes_are_no_bank_accounts(String text) {
		assertThat(ContactKind.ACCOUNT.find(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "He lives at 12 Orchard Lane.", "221b Baker Street, second floor", "Lindenstraße 14a in Berlin",
					"Wohnt in der Bahnhofstr. 3", "au 14 rue de la Paix, Paris", "calle de Alcalá 45",
					"Via Garibaldi, 12", "ul. Długa 14", "живёт на ул. Ленина, д. 5", "вул. Хрещатик 22" })
	void streets_with_a_number_are_found(String text) {
		assertThat(ContactKind.ADDRESS.find(text)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "10 Downing Street said no", "1600 Pennsylvania Avenue", "the street fighting of 1991",
			"Wall Street fell 300 points", "The road 5 km east of Bakhmut", "20 thousand people on the avenue",
			"Die Straße war 5 Kilometer lang", "la rue est à 20 000 personnes", "улица была пуста в 5 утра",
			"300 drones, 50 tanks" })
	void other_numbers_beside_streets_are_no_addresses(String text) {
		assertThat(ContactKind.ADDRESS.find(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			contact me on telegram @mr_banks          | @mr_banks
			@mr_banks on Telegram                     | @mr_banks
			WhatsApp me at @loans24                   | @loans24
			пиши в телеграм: @mr_banks                | @mr_banks
			my Signal: @kim.01                        | @kim.01
			see https://t.me/best_loans               | t.me/best_loans
			wa.me/12025550100                         | wa.me/12025550100
			discord: Kim#1234                         | Kim#1234
			discord.gg/abcdef                         | discord.gg/abcdef
			""")
	void names_in_messengers_are_found(String text, String value) {
		assertThat(ContactKind.HANDLE.find(text)).extracting(Contact::value).containsExactly(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "@kim you are right", "Telegram was blocked, @kim_1 says", "@kim that is a strong signal",
			"jo@telegram.example", "https://t.me/", "#2024" })
	void other_names_are_no_handles(String text) {
		assertThat(ContactKind.HANDLE.find(text)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void places_are_inside_any_text_and_in_order(ContactKind kind) {
		Random random = new Random(20261123);
		List<String> pieces = List.of("+", "1", "202", "555", "0100", " ", "-", "(", ")", ".", "/", "00", "49", "DE89",
				"370400440532013000", "4111", "1111111111111", "@", "(at)", "[.]", "jo", "example.com", "telegram",
				"@mr_banks", "12 Orchard Lane", "Straße 5", "t.me/x", "\uD83D", "\uDE00", "😀", "１", "\n", "call ",
				"тел", "\u200B", ",", "$");
		int found = 0;
		for (int i = 0; i < 5000; i++) {
			StringBuilder text = new StringBuilder();
			for (int length = random.nextInt(14); length >= 0; length--) {
				text.append(pieces.get(random.nextInt(pieces.size())));
			}
			int end = 0;
			for (Contact contact : kind.find(text.toString())) {
				assertThat(contact.start()).as(text.toString()).isGreaterThanOrEqualTo(end).isLessThan(contact.end());
				end = contact.end();
				found++;
			}
			assertThat(end).as(text.toString()).isLessThanOrEqualTo(text.length());
		}
		assertThat(found).as("the texts must have some").isPositive();
	}

}
