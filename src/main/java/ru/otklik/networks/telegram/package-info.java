/** Telegram through a bot: groups, and the discussion groups of channels, where a channel's comments are. */
@NullMarked
package ru.otklik.networks.telegram;

import org.jspecify.annotations.NullMarked;
