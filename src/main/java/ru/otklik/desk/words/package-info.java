/** Texts as the desk shows them: what changed in a draft, what weighed in a message. */
@NullMarked
package ru.otklik.desk.words;

import org.jspecify.annotations.NullMarked;
