/** MAX through a bot: group chats, and comments under the posts of channels. */
@NullMarked
package ru.otklik.networks.max;

import org.jspecify.annotations.NullMarked;
