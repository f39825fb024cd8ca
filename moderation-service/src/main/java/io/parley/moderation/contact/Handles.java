package io.parley.moderation.contact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.parley.moderation.text.Link;
import io.parley.moderation.text.Links;

/**
 * Names in messengers: links to a chat, and {@code @name} beside the name of a messenger.
 */
final class Handles {

	private static final Set<String> CHATS = Set.of("t.me", "telegram.me", "telegram.dog", "wa.me", "chat.whatsapp.com",
			"signal.me", "signal.group", "discord.gg", "m.me", "vk.me", "join.skype.com", "line.me", "u.wechat.com",
			"chats.viber.com");

	private static final String MESSENGER = "(?:(?i:telegram|telegramm|tg|whats ?app|discord|wickr|viber|skype|snapchat"
			+ "|wechat|телеграмм?|телеге|телега|тг|вайбер|ватсапп?|вотсапп?|дискорд|微信)|Signal|Session)";

	private static final String NAME = "@[A-Za-z][A-Za-z0-9_.]{2,30}[A-Za-z0-9_]";

	private static final Pattern BESIDE = Pattern.compile("(?:^|[^\\p{L}])" + MESSENGER
			+ "[^\\p{L}@\\n]{0,4}(?:(?i:me|us|him|her|is|at|id|handle|channel|chat|group|my|to|for|the|our|канал|чат)"
			+ "[^\\p{L}@\\n]{1,3}){0,3}(" + NAME + ")" + "|(" + NAME
			+ ")[^\\p{L}\\n]{1,3}(?:(?i:on|in|at|via|auf|bei|sur|en|в|у|на)\\s)?" + MESSENGER + "(?:[^\\p{L}]|$)"
			+ "|(?i:discord)[^\\p{L}\\n]{0,4}([\\p{L}0-9_.]{2,32}#[0-9]{4})");

	private Handles() {
	}

	static List<Contact> find(String text) {
		List<Contact> found = new ArrayList<>();
		for (Link link : Links.find(text)) {
			String written = text.substring(link.start(), link.end());
			int path = written.indexOf('/', written.indexOf("://") + 3);
			if (CHATS.contains(link.host()) && path > 0 && path + 1 < written.length()) {
				found.add(new Contact(link.start(), link.end(), link.host() + written.substring(path)));
			}
		}
		if (text.indexOf('@') >= 0 || text.indexOf('#') >= 0) {
			addNames(text, found);
		}
		found.sort(Comparator.comparingInt(Contact::start));
		return apart(found);
	}

	/** Without names that are part of a link. */
	private static List<Contact> apart(List<Contact> sorted) {
		List<Contact> apart = new ArrayList<>();
		for (Contact contact : sorted) {
			if (apart.isEmpty() || contact.start() >= apart.getLast().end()) {
				apart.add(contact);
			}
		}
		return List.copyOf(apart);
	}

	private static void addNames(String text, List<Contact> found) {
		Matcher matcher = BESIDE.matcher(text);
		while (matcher.find()) {
			for (int group = 1; group <= matcher.groupCount(); group++) {
				String name = matcher.group(group);
				if (name != null) {
					found.add(new Contact(matcher.start(group), matcher.end(group), name));
				}
			}
		}
	}

}
