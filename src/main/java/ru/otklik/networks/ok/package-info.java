/** Odnoklassniki: groups are heard; an answer is posted by hand and then looked at. */
@NullMarked
package ru.otklik.networks.ok;

import org.jspecify.annotations.NullMarked;
