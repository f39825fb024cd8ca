package io.parley.moderation.text;

import java.util.Set;

/** Services whose links do not show where they lead. */
final class Shorteners {

	/**
	 * Those open to everybody, and of networks that shorten what their users post; not
	 * those that lead to one publisher only.
	 */
	private static final Set<String> HOSTS = Set.of("""
			adf.ly bc.vc bit.do bit.ly bitly.com bl.ink buff.ly clck.ru clicky.me cutt.ly da.gd dlvr.it ebx.sh
			fb.me gg.gg goo.gl goo.su hyperurl.co ift.tt is.gd j.mp kurl.ru kutt.it l.ead.me linktr.ee lnk.to
			lnkd.in lnnk.in me2.do n9.cl ouo.io ow.ly past.is po.st qps.ru qr.ae qr.net rb.gy rebrand.ly
			reurl.cc rlu.ru s.coop s.id short.gy short.io shorte.st shorturl.at shrinkme.io shrtco.de
			smarturl.it snip.ly soo.gd spoo.me su.pr suo.im surl.li t.cn t.co t.ly t2m.io tgr.ph tiny.cc
			tiny.one tiny.pl tinyurl.com tny.im tr.im trib.al u.nu u.to ulvis.net url.cn urlz.fr urlzs.com v.gd
			v.ht vk.cc vo.la vzturl.com w.wiki wp.me x.co x.gd y2u.be yourls.org zpr.io zws.im
			""".strip().split("\\s+", -1));

	private Shorteners() {
	}

	static boolean has(String host) {
		return HOSTS.contains(host);
	}

}
