package io.parley.moderation.text;

import java.lang.Character.UnicodeScript;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The scripts that a text is written in. */
public final class Scripts {

	/**
	 * The ISO 15924 codes of all scripts that the JDK knows; it has no other way to ask
	 * for them.
	 */
	private static final String CODES = """
			Adlm Aghb Ahom Arab Armi Armn Avst Bali Bamu Bass Batk Beng Bhks Bopo Brah Brai Bugi Buhd
			Cakm Cans Cari Cham Cher Chrs Copt Cpmn Cprt Cyrl Deva Diak Dogr Dsrt Dupl Egyp Elba Elym
			Ethi Gara Geor Glag Gong Gonm Goth Gran Grek Gujr Gukh Guru Hang Hani Hano Hatr Hebr Hira
			Hluw Hmng Hmnp Hung Ital Java Kali Kana Kawi Khar Khmr Khoj Kits Knda Krai Kthi Lana Laoo
			Latn Lepc Limb Lina Linb Lisu Lyci Lydi Mahj Maka Mand Mani Marc Medf Mend Merc Mero Mlym
			Modi Mong Mroo Mtei Mult Mymr Nagm Nand Narb Nbat Newa Nkoo Nshu Ogam Olck Onao Orkh Orya
			Osge Osma Ougr Palm Pauc Perm Phag Phli Phlp Phnx Plrd Prti Rjng Rohg Runr Samr Sarb Saur
			Sgnw Shaw Shrd Sidd Sind Sinh Sogd Sogo Sora Soyo Sund Sunu Sylo Syrc Tagb Takr Tale Talu
			Taml Tang Tavt Telu Tfng Tglg Thaa Thai Tibt Tirh Tnsa Todr Toto Tutg Ugar Vaii Vith Wara
			Wcho Xpeo Xsux Yezi Yiii Zanb
			""";

	private static final Map<UnicodeScript, String> ISO = new EnumMap<>(UnicodeScript.class);

	static {
		for (String code : CODES.strip().split("\\s+", -1)) {
			ISO.put(UnicodeScript.forName(code), code);
		}
	}

	private Scripts() {
	}

	/**
	 * ISO 15924 codes such as {@code Latn} in alphabetical order; signs and digits have
	 * no script.
	 */
	public static List<String> in(String text) {
		Set<UnicodeScript> scripts = Collections.newSetFromMap(new EnumMap<>(UnicodeScript.class));
		text.codePoints().forEach(character -> scripts.add(UnicodeScript.of(character)));
		Set<String> codes = new TreeSet<>();
		for (UnicodeScript script : scripts) {
			String code = ISO.get(script);
			if (code != null) {
				codes.add(code);
			}
		}
		return List.copyOf(codes);
	}

}
