/**
 * Was it said before: near-duplicates among a million messages, the same author on the same matter, one event told by
 * many, and a burst far above its norm (rule 19, clause 25). Pure: what it knows is what it was told, time comes in.
 */
@NamedInterface("repeats")
@NullMarked
package ru.otklik.detection.repeats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
