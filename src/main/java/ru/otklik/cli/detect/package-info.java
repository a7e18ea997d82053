/** What stands behind {@code ./otklik detect}: labelled files, training with a comparison, evaluation, a whole run. */
@NullMarked
package ru.otklik.cli.detect;

import org.jspecify.annotations.NullMarked;
