/** The administrator's pages of the directory. They use only what every other module may use. */
@NullMarked
package ru.otklik.directory.admin;

import org.jspecify.annotations.NullMarked;
