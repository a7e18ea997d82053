/** Pictures on the page of an incident: shown from here, and brought beside a draft. */
@NullMarked
package ru.otklik.desk.pictures;

import org.jspecify.annotations.NullMarked;
