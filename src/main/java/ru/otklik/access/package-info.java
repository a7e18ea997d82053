/**
 * Who is asking: sign-in with a password for the pages, tokens for the API, and {@link ru.otklik.access.Me} as the answer
 * for both. A person who no longer works is out on the next request.
 */
@ApplicationModule(allowedDependencies = {"casework", "directory", "kernel", "web"})
@NullMarked
package ru.otklik.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
