/**
 * Ways to reach or to pay a person that are written in a text: telephone numbers, mail
 * addresses, cards, accounts, streets, messengers. Positions are UTF-16 indexes into the
 * text as it was sent. No framework.
 */
@NullMarked
package io.parley.moderation.contact;

import org.jspecify.annotations.NullMarked;
