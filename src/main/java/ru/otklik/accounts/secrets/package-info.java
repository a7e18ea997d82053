/**
 * Secrets of accounts: sealed in the database, the key outside it. Nothing here shows a secret in its text, in a log or
 * in an error.
 */
@NullMarked
package ru.otklik.accounts.secrets;

import org.jspecify.annotations.NullMarked;
