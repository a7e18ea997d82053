/** What sign-in gives to the shell of the pages: a name, the sections of each role, the demo's sign-ins at start. */
@NullMarked
package ru.otklik.access.frame;

import org.jspecify.annotations.NullMarked;
