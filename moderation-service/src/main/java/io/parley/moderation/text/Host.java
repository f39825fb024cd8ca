package io.parley.moderation.text;

import java.util.Locale;

import com.google.common.net.InternetDomainName;
import com.ibm.icu.text.IDNA;
import org.jspecify.annotations.Nullable;

/**
 * The host of a link, as browsers read it.
 *
 * @param name in lower case and ASCII, without {@code www.}
 * @param domain the part that somebody registered, or the name
 * @param deception what is wrong with the way it is written, or null
 */
record Host(String name, String domain, @Nullable Deception deception) {

	/** Longer ones do not exist (RFC 1035), and must not cost. */
	private static final int LONGEST = 253;

	// Immutable, so one serves all threads. Non-transitional as in browsers of today.
	private static final IDNA UTS46 = IDNA
		.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

	/** The host of a link or of a bare domain. */
	static Host of(String link) {
		int start = startOfAuthority(link);
		int end = endOfAuthority(link, start);
		int at = link.lastIndexOf('@', end - 1);
		boolean userInfo = at >= start;
		String host = link.substring(userInfo ? at + 1 : start, end);
		int port = host.lastIndexOf(':');
		if (port >= 0 && host.indexOf(']', port) < 0) {
			host = host.substring(0, port);
		}
		Host read = ofName(PercentCode.decode(host));
		return (userInfo && isWeb(link)) ? new Host(read.name, read.domain, Deception.USER_INFO) : read;
	}

	/** Whether somebody may have registered it, or what is above it. */
	boolean isRegistered() {
		return InternetDomainName.isValid(this.name) && InternetDomainName.from(this.name).isUnderRegistrySuffix();
	}

	/** Where the user information or the host of a link begins. */
	static int startOfAuthority(String link) {
		int scheme = link.indexOf("://");
		return (scheme < 0) ? 0 : scheme + 3;
	}

	/** Browsers take a backslash for a slash. */
	static int endOfAuthority(String link, int start) {
		int end = start;
		while (end < link.length() && "/\\?#".indexOf(link.charAt(end)) < 0) {
			end++;
		}
		return end;
	}

	private static Host ofName(String written) {
		String ascii = ascii(written);
		String name = withoutWww(ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii);
		String address = NumericAddress.of(name);
		if (address != null) {
			return new Host(address, address, address.equals(name) ? null : Deception.NUMBER);
		}
		String domain = registered(name);
		if (ImitatedName.is(name)) {
			return new Host(name, domain, Deception.LOOKALIKE);
		}
		return new Host(name, domain, showsAnother(name, domain) ? Deception.SUBDOMAIN : null);
	}

	/** The shortest part that is no public suffix, or the whole. */
	private static String registered(String name) {
		if (name.length() <= LONGEST && InternetDomainName.isValid(name)) {
			InternetDomainName domain = InternetDomainName.from(name);
			if (domain.isUnderPublicSuffix()) {
				return domain.topPrivateDomain().toString();
			}
		}
		return name;
	}

	/** Whether what is below the domain ends like a well-known one. */
	private static boolean showsAnother(String name, String domain) {
		if (name.length() <= domain.length() + 1) {
			return false;
		}
		String below = "." + name.substring(0, name.length() - domain.length());
		for (String ending : new String[] { ".com.", ".net.", ".org.", ".gov." }) {
			if (below.indexOf(ending) > 1) {
				return true;
			}
		}
		return false;
	}

	private static String ascii(String host) {
		String lower = host.toLowerCase(Locale.ROOT);
		if (host.length() > LONGEST || isAscii(lower)) {
			return lower;
		}
		StringBuilder ascii = new StringBuilder();
		UTS46.nameToASCII(host, ascii, new IDNA.Info());
		return isAscii(ascii) ? ascii.toString().toLowerCase(Locale.ROOT) : lower;
	}

	static String unicode(String host) {
		StringBuilder unicode = new StringBuilder();
		UTS46.nameToUnicode(host, unicode, new IDNA.Info());
		return unicode.toString();
	}

	private static boolean isAscii(CharSequence text) {
		return text.chars().allMatch(character -> character < 0x80);
	}

	private static boolean isWeb(String link) {
		return link.regionMatches(true, 0, "http", 0, 4);
	}

	private static String withoutWww(String host) {
		return host.startsWith("www.") ? host.substring(4) : host;
	}

}
