/** Thousands of made-up citizens at once, for a load. */
@NullMarked
package ru.otklik.sandbox.crowd;

import org.jspecify.annotations.NullMarked;
