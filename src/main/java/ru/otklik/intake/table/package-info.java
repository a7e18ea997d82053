/** Tables that people bring, CSV and XLSX, read row by row and never trusted. */
@NamedInterface("table")
@NullMarked
package ru.otklik.intake.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
