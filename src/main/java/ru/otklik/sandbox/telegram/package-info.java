/** The Bot API as its published description says: one bot, one channel and its discussion group. */
@NullMarked
package ru.otklik.sandbox.telegram;

import org.jspecify.annotations.NullMarked;
