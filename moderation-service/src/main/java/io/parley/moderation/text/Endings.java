package io.parley.moderation.text;

import java.util.Locale;
import java.util.Set;

import com.google.common.net.InternetDomainName;

/**
 * What the ending of a name tells of whether it is a domain. Most endings are also words
 * of some language, with which a sentence may begin that follows a full stop without a
 * space.
 */
enum Endings {

	/** None that is registered. */
	NONE,
	/** A kind of file, a field of a program, a greeting. */
	FILE,
	/** A domain's, and a word's too. */
	WORD,
	/** A domain's and nothing else's. */
	DOMAIN;

	private static final Set<String> DOMAINS = Set.of("""
			com net org info biz edu gov mil io tv cc ly gg vip icu xyz eu ru su ua kz uz uk de fr nl pl cz sk
			hu ro bg gr pt dk fi lt lv ee hr ch cn jp kr tw hk sg th vn ph br ar mx cl pe nz za ng tr ir ge
			рф укр қаз срб бел xn--p1ai xn--j1amh
			""".strip().split("\\s+", -1));

	private static final Set<String> FILES = Set.of("""
			data id inc java map md mov name pm properties ps pub py rs sh so xxx zip
			""".strip().split("\\s+", -1));

	/** Names that end like a domain. */
	private static final Set<String> PRODUCTS = Set.of("ado.net", "asp.net", "ml.net", "vb.net");

	/**
	 * What the last label of a name is.
	 * @param label in any case
	 */
	static Endings of(String label) {
		String ending = label.toLowerCase(Locale.ROOT);
		if (DOMAINS.contains(ending)) {
			return DOMAIN;
		}
		if (FILES.contains(ending)) {
			return FILE;
		}
		return isRegistry(ending) ? WORD : NONE;
	}

	static boolean isProduct(String name) {
		return PRODUCTS.contains(name.toLowerCase(Locale.ROOT));
	}

	private static boolean isRegistry(String ending) {
		return ending.length() > 1 && !Character.isDigit(ending.charAt(0)) && InternetDomainName.isValid(ending)
				&& InternetDomainName.from(ending).isRegistrySuffix();
	}

}
