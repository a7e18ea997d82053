/** Russian words as people write them: cleaned, cut, inflected, and matched against lists of words. */
@NullMarked
package ru.otklik.detection.text;

import org.jspecify.annotations.NullMarked;
