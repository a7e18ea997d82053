/** What was learned, as it lies in the data folder: the versions, which one is in use, how each was compared. */
@NamedInterface("models")
@NullMarked
package ru.otklik.detection.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
