/** The pages of the register: an administrator changes it, the controller reads it. */
@NullMarked
package ru.otklik.accounts.admin;

import org.jspecify.annotations.NullMarked;
