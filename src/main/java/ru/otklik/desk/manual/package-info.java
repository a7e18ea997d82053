/** A message brought by hand: the operator has a link and types what stands there. */
@NullMarked
package ru.otklik.desk.manual;

import org.jspecify.annotations.NullMarked;
