/**
 * Learns from messages that people have decided: topic, authority, screen. Pure: texts and labels in, probabilities
 * out; no clock, no database, the same input gives the same model.
 */
@NamedInterface("learn")
@NullMarked
package ru.otklik.detection.learn;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
