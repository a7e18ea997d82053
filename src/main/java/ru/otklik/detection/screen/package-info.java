/**
 * Whether a message is one that is not worked on (clause 22): by lists of words of the region, by what a model says of
 * its tone, and by how often people agreed.
 */
@NullMarked
package ru.otklik.detection.screen;

import org.jspecify.annotations.NullMarked;
