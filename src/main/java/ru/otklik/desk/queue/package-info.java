/** The lists that people work from, what burns first on top, as a page that renews itself and as a file. */
@NullMarked
package ru.otklik.desk.queue;

import org.jspecify.annotations.NullMarked;
