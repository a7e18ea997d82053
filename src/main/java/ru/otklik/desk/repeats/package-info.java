/** Events with one answer to all their messages, and bursts with their graphs, as pages and as a signal to the centre. */
@NullMarked
package ru.otklik.desk.repeats;

import org.jspecify.annotations.NullMarked;
