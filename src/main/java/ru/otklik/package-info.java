@NullMarked
package ru.otklik;

import org.jspecify.annotations.NullMarked;
