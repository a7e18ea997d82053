/**
 * Which places a message names, and the street and house in it. Names are the region's files; the words around a name
 * decide whether it is a place, a person or a common word.
 */
@NullMarked
package ru.otklik.detection.place;

import org.jspecify.annotations.NullMarked;
