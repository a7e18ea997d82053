/** The administrator's pages of sources. */
@NullMarked
package ru.otklik.listening.pages;

import org.jspecify.annotations.NullMarked;
