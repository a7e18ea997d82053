/** The public list of official accounts (clause 6): without sign-in, the same for everybody, made to be embedded. */
@NullMarked
package ru.otklik.accounts.open;

import org.jspecify.annotations.NullMarked;
