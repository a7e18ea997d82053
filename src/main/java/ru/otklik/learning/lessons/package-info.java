/**
 * Learns anew from what people decided, beside the product in a process of its own, and shows how each attempt did
 * against what was in use.
 */
@NullMarked
package ru.otklik.learning.lessons;

import org.jspecify.annotations.NullMarked;
