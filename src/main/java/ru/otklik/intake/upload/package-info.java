/** A file that a person sends on a page: kept while it is read, its progress and its end shown. */
@NullMarked
package ru.otklik.intake.upload;

import org.jspecify.annotations.NullMarked;
